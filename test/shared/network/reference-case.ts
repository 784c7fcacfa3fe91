import type { Example } from '../../../shared/datasets/example.ts';
import {
  createTopology,
  type LossName,
  type NetworkSpec,
  type Topology,
} from '../../../shared/network/topology.ts';
import reference from '../../fixtures/network-values.json' with { type: 'json' };

/** Weights and biases as the reference writes them: W1[to][from], b1[to], and so on for layer 2. */
export type Layered = {
  readonly W1: readonly (readonly number[])[];
  readonly b1: readonly number[];
  readonly W2: readonly (readonly number[])[];
  readonly b2: readonly number[];
};

export type ReferenceCase = {
  readonly id: string;
  readonly topology: Topology;
  readonly parameters: readonly number[];
  readonly examples: readonly Example[];
  readonly expected: (typeof reference.cases)[number]['expected'];
};

const LOSSES: Readonly<Record<string, LossName>> = {
  half_squared_error: 'half-squared-error',
  categorical_cross_entropy: 'categorical-cross-entropy',
};

/** The cases of the reference file, computed elsewhere with 60 digits, in our own layout. */
export const REFERENCE_CASES: readonly ReferenceCase[] = reference.cases.map((entry) => ({
  id: entry.id,
  topology: createTopology({
    sizes: entry.architecture.split('-').map(Number),
    // The file names activations with our words; these are the parse boundary.
    hidden: entry.hidden as NetworkSpec['hidden'],
    output: entry.output as NetworkSpec['output'],
    loss: lossNamed(entry.loss),
  }),
  parameters: flatten(entry.params),
  examples: entry.X.map((features, index) => ({ features, target: entry.T[index] ?? [] })),
  expected: entry.expected,
}));

/** Our order: layer by layer, weights row by row, then biases. */
export function flatten({ W1, b1, W2, b2 }: Layered): readonly number[] {
  return [...W1.flat(), ...b1, ...W2.flat(), ...b2];
}

/** The index of a parameter that the reference names, such as W1[0][1] or b2[0]. */
export function indexOf(topology: Topology, name: string): number {
  const [, kind, layer, to, from] = /^([Wb])(\d)\[(\d)\](?:\[(\d)\])?$/.exec(name) ?? [];
  const found = topology.parameters.find(
    (parameter) =>
      parameter.layer === Number(layer) &&
      parameter.to === Number(to) &&
      parameter.from === (kind === 'b' ? null : Number(from)),
  );
  if (found === undefined) throw new Error(`the reference names ${name}, which this network does not have`);
  return found.index;
}

function lossNamed(name: string): LossName {
  const loss = LOSSES[name];
  if (loss === undefined) throw new Error(`the reference has a loss ${name} that we do not`);
  return loss;
}
