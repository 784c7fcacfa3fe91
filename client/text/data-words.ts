import type { CommonText } from './common.ts';
import type { FeatureWords } from './feature-words.ts';

/**
 * The words for a data set's inputs, by the keys it gives them. A name that is no key stands for itself, as the columns
 * of a teacher's own data do; an input without a name has a number.
 */
export function featureWords(common: CommonText, featureNames: readonly string[]): readonly FeatureWords[] {
  const known = new Map<string, FeatureWords>(Object.entries(common.features));
  return featureNames.map((name, index) => {
    if (name === '') return common.plainFeature(index);
    return known.get(name) ?? common.namedFeature(name);
  });
}

/** The words for all classes of a data set. */
export function classWords(common: CommonText, keys: readonly string[]): readonly string[] {
  return keys.map((key) => className(common, key));
}

/** The word for a class, by its key; an unknown key stands for itself, as the labels of a teacher's own data do. */
export function className(common: CommonText, key: string): string {
  return new Map<string, string>(Object.entries(common.classes)).get(key) ?? key;
}
