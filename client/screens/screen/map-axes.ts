import type { ClassSection } from '../../../shared/projection/views.ts';
import { featuresOf, type Words } from './words.ts';

/** What grows upwards on a map and what to the right; over one feature alone it is the answer that grows upwards. */
export function mapAxes(words: Words, who: ClassSection): { readonly up: string; readonly right: string } {
  const { common } = words;
  const [first, second] = featuresOf(words, who);
  return {
    up: common.growsUp(second?.more ?? common.answer),
    right: common.growsRight(first?.more ?? ''),
  };
}
