import type { BackwardSection } from '../../../shared/projection/views.ts';
import type { Topology } from '../../../shared/network/topology.ts';
import type { PerNeuron } from '../../parts/graph.ts';

/** What the backward pass has opened, laid out as the network's picture wants it. */
export type OpenedLayers = {
  /** By parameter; null where its layer is still closed. */
  readonly gradient: readonly (number | null)[];
  /** By neuron; null where the error has not come. */
  readonly errors: PerNeuron<number>;
  /** The layer opened last, and how many are open. */
  readonly newest: number;
  readonly count: number;
};

/** Null before the first layer opens. */
export function openedLayers(topology: Topology, backward: BackwardSection): OpenedLayers | null {
  const last = backward?.[backward.length - 1];
  if (backward === null || last === undefined) return null;
  const gradient = Array.from({ length: topology.parameterCount }, (): number | null => null);
  const errors = topology.spec.sizes.map((size) => Array.from({ length: size }, (): number | null => null));
  for (const opened of backward) {
    const slice = topology.layers[opened.layer - 1];
    if (slice === undefined) continue;
    opened.gradient.forEach((value, index) => {
      gradient[slice.weightStart + index] = value;
    });
    errors[opened.layer] = [...opened.errors];
  }
  return { gradient, errors, newest: last.layer, count: backward.length };
}

/** The parameter to work through on the board: the one spotlighted if its layer is open, else the one that matters most. */
export function parameterToExplain(
  topology: Topology,
  { gradient, newest }: OpenedLayers,
  spotlight: number | null,
): number | null {
  if (spotlight !== null && (gradient[spotlight] ?? null) !== null) return spotlight;
  const weights = topology.parameters.filter(({ layer, from }) => layer === newest && from !== null);
  return weights.reduce<number | null>((best, { index }) => {
    const isSteeper = best === null || Math.abs(gradient[index] ?? 0) > Math.abs(gradient[best] ?? 0);
    return isSteeper ? index : best;
  }, null);
}
