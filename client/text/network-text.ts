import type { NetworkSpec, Parameter } from '../../shared/network/topology.ts';
import type { CommonText } from './common.ts';
import { classWords, featureWords } from './data-words.ts';
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

/** What data call their features and classes: text keys, or a teacher's own words. */
export type DataNames = { readonly featureNames: readonly string[]; readonly classNames: readonly string[] };

/**
 * The words for one network. `features` are its inputs' names, `answers` what each of several answers stands for; those
 * missing are numbered.
 */
export function networkText(
  common: CommonText,
  spec: Pick<NetworkSpec, 'sizes'>,
  features: readonly FeatureWords[],
  answers: readonly string[] = [],
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
      outputs === 1 ? common.answer : (answers[index] ?? `${common.answer} ${index + 1}`),
    ),
    weight: (parameter) => common.weightTitle(weightEnds(spec, parameter), features, answers),
    neuron: common.neuron,
    hasProposed: common.hasProposed,
    raising: common.raising,
    lowering: common.lowering,
  };
}

/** The words for a network that learns these data. */
export function networkTextOf(
  common: CommonText,
  spec: Pick<NetworkSpec, 'sizes'>,
  { featureNames, classNames }: DataNames,
): NetworkText {
  return networkText(common, spec, featureWords(common, featureNames), classWords(common, classNames));
}
