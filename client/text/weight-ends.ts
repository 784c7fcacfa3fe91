import type { NetworkSpec, Parameter } from '../../shared/network/topology.ts';

/** Where a weight comes from. A bias comes from nowhere: it belongs to its neuron alone. */
export type WeightFrom =
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'neuron'; readonly number: number }
  | { readonly kind: 'bias' };

/** Where a weight goes. `index` tells several answers apart; `only` is true when there is one. */
export type WeightTo =
  | { readonly kind: 'neuron'; readonly number: number }
  | { readonly kind: 'answer'; readonly index: number; readonly only: boolean };

export type WeightEnds = { readonly from: WeightFrom; readonly to: WeightTo };

/** The two ends of a parameter in the words of the picture, where hidden neurons are numbered from 1. */
export function weightEnds(spec: Pick<NetworkSpec, 'sizes'>, parameter: Parameter): WeightEnds {
  const { sizes } = spec;
  const isAnswer = parameter.layer === sizes.length - 1;
  return {
    from: weightFrom(sizes, parameter),
    to: isAnswer
      ? { kind: 'answer', index: parameter.to, only: sizes[parameter.layer] === 1 }
      : { kind: 'neuron', number: neuronNumber(sizes, parameter.layer, parameter.to) },
  };
}

/** The number on a hidden neuron: they count on from one hidden layer to the next, top to bottom. */
export function neuronNumber(sizes: readonly number[], layer: number, neuron: number): number {
  const before = sizes.slice(1, layer).reduce((sum, size) => sum + size, 0);
  return before + neuron + 1;
}

function weightFrom(sizes: readonly number[], { from, layer }: Parameter): WeightFrom {
  if (from === null) return { kind: 'bias' };
  if (layer === 1) return { kind: 'input', index: from };
  return { kind: 'neuron', number: neuronNumber(sizes, layer - 1, from) };
}
