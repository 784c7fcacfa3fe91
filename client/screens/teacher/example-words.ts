import type { Example } from '../../../shared/datasets/example.ts';
import { classOf } from '../../../shared/network/is-right.ts';
import type { OutputActivation } from '../../../shared/network/topology.ts';
import { className, featureWords } from '../../text/data-words.ts';
import type { TeacherWords } from './words.ts';

/** "orejas 1,20 · tamaño −0,35": what the network is given of an example. */
export function featuresInWords(
  names: readonly string[],
  features: readonly number[],
  { texts, numbers }: TeacherWords,
): string {
  const known = featureWords(texts.common, names);
  return features
    .map((value, index) => {
      const { name } = known[index] ?? texts.common.plainFeature(index);
      return `${name} ${numbers.figure(value, 2)}`;
    })
    .join(' · ');
}

/** What an example is, in a word. */
export function classOfExample(
  { classNames, output }: { readonly classNames: readonly string[]; readonly output: OutputActivation },
  target: Example['target'],
  { texts }: TeacherWords,
): string {
  return className(texts.common, classNames[classOf(output, target)] ?? '');
}
