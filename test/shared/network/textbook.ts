import type { Example } from '../../../shared/datasets/example.ts';
import type { Topology } from '../../../shared/network/topology.ts';

/** A network as a textbook writes it, slowly and one example at a time: it shares no code with the engine. */
export type TextbookLayer = { readonly pre: readonly number[]; readonly out: readonly number[] };

export function textbookForward(
  topology: Topology,
  parameters: readonly number[],
  features: readonly number[],
): readonly TextbookLayer[] {
  const layers: TextbookLayer[] = [];
  let inputs = features;
  for (let layer = 1; layer < topology.spec.sizes.length; layer++) {
    const name = layer === topology.spec.sizes.length - 1 ? topology.spec.output : topology.spec.hidden;
    const pre = Array.from({ length: topology.spec.sizes[layer] ?? 0 }, (_, to) =>
      preActivation(topology, parameters, layer, to, inputs),
    );
    const out = name === 'softmax' ? textbookSoftmax(pre) : pre.map(TEXTBOOK_ACTIVATION[name]);
    layers.push({ pre, out });
    inputs = out;
  }
  return layers;
}

export function textbookLoss(
  topology: Topology,
  parameters: readonly number[],
  examples: readonly Example[],
): number {
  const losses = examples.map(({ features, target }) => {
    const out = textbookForward(topology, parameters, features).at(-1)?.out ?? [];
    return lossOfOne(topology, out, target);
  });
  return sum(losses) / losses.length;
}

/** Every parameter found by its name in the topology, not by arithmetic on its index. */
function preActivation(
  topology: Topology,
  parameters: readonly number[],
  layer: number,
  to: number,
  inputs: readonly number[],
): number {
  const into = topology.parameters.filter((parameter) => parameter.layer === layer && parameter.to === to);
  return sum(
    into.map(({ index, from }) => (parameters[index] ?? 0) * (from === null ? 1 : (inputs[from] ?? 0))),
  );
}

const TEXTBOOK_ACTIVATION = {
  tanh: Math.tanh,
  sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
  relu: (z: number) => (z > 0 ? z : 0),
  linear: (z: number) => z,
};

function textbookSoftmax(logits: readonly number[]): readonly number[] {
  const powers = logits.map(Math.exp);
  return powers.map((power) => power / sum(powers));
}

function lossOfOne({ spec }: Topology, out: readonly number[], target: readonly number[]): number {
  const pairs = out.map((value, index) => [value, target[index] ?? 0] as const);
  switch (spec.loss) {
    case 'half-squared-error':
      return sum(pairs.map(([o, t]) => (o - t) ** 2 / 2));
    case 'binary-cross-entropy':
      return sum(pairs.map(([o, t]) => -(t === 1 ? Math.log(o) : Math.log(1 - o))));
    case 'categorical-cross-entropy':
      return sum(pairs.map(([o, t]) => (t === 0 ? 0 : -t * Math.log(o))));
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
