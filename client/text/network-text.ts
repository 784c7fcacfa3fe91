import type { NetworkSpec, Parameter } from '../../shared/network/topology.ts';
import type { CommonText } from './common.ts';
import type { FeatureWords } from './feature-words.ts';
import { weightEnds } from './weight-ends.ts';

/** Every word on a picture of the network. */
export type NetworkText = {
  readonly title: string;
  readonly about: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** "del tamaño a la neurona 4" */
  readonly weight: (parameter: Parameter) => string;
  readonly neuron: (number: number) => string;
  readonly hasProposed: string;
  readonly raising: string;
  readonly lowering: string;
};

/** The words for one network. `features` are its inputs' names; those missing are numbered. */
export function networkText(
  common: CommonText,
  spec: Pick<NetworkSpec, 'sizes'>,
  features: readonly FeatureWords[],
): NetworkText {
  const inputs = spec.sizes[0] ?? 0;
  const outputs = spec.sizes[spec.sizes.length - 1] ?? 0;
  return {
    title: common.network,
    about: common.networkAbout(inputs, spec.sizes.slice(1, -1), outputs),
    inputs: Array.from(
      { length: inputs },
      (_, index) => (features[index] ?? common.plainFeature(index)).name,
    ),
    outputs: Array.from({ length: outputs }, (_, index) =>
      outputs === 1 ? common.answer : `${common.answer} ${index + 1}`,
    ),
    weight: (parameter) => common.weightTitle(weightEnds(spec, parameter), features),
    neuron: common.neuron,
    hasProposed: common.hasProposed,
    raising: common.raising,
    lowering: common.lowering,
  };
}
