import type { StudentView } from '../../../shared/projection/views.ts';
import type { Parameter, Topology } from '../../../shared/network/topology.ts';
import { FLAT_GRADIENT, type Direction } from '../../../shared/session/nudges.ts';

/** Which way the error falls for one weight, and how steeply. */
export type Arrow = { readonly direction: Direction; readonly gradient: number };

/** The arrow of a weight, or null as long as backprop has not opened its layer. */
export function arrowOf(
  backward: StudentView['backward'],
  topology: Topology,
  parameter: Parameter,
): Arrow | null {
  const opened = backward?.find(({ layer }) => layer === parameter.layer);
  const slice = topology.layers.find(({ layer }) => layer === parameter.layer);
  const gradient = opened?.gradient[parameter.index - (slice?.weightStart ?? 0)];
  if (gradient === undefined) return null;
  return { direction: directionOf(gradient), gradient };
}

/** The error falls against its slope. */
export function directionOf(gradient: number): Direction {
  if (Math.abs(gradient) < FLAT_GRADIENT) return 0;
  return gradient > 0 ? -1 : 1;
}
