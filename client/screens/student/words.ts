import type { Direction, Nudge } from '../../../shared/session/nudges.ts';
import type { CommonText } from '../../text/common.ts';
import type { LaterText } from '../../text/later.ts';
import type { Numbers } from '../../text/numbers.ts';
import type { StudentText } from '../../text/student.ts';

/** One language, whole: every sentence and how figures are written. */
export type Words = { readonly common: CommonText; readonly text: StudentText; readonly numbers: Numbers };

/** The same in a scene that is loaded once the phone is in the class. */
export type LaterWords = Words & { readonly later: LaterText };

/** Decimals of the error, of a weight, and of what one weight does to the error. */
export const LOSS_DECIMALS = 3;
export const WEIGHT_DECIMALS = 2;
export const EFFECT_DECIMALS = 4;

/** "Zoe, Marco y Lía", as the language lists names. */
export function listOf(names: readonly string[], and: string): string {
  const [last] = names.slice(-1);
  if (last === undefined || names.length === 1) return last ?? '';
  return `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}

/** "Zoe, Marco y 53 más": some by name, the others by number. */
export function listOfSome(names: readonly string[], more: number, { text }: Pick<Words, 'text'>): string {
  return listOf(more > 0 ? [...names, text.more(more)] : names, text.and);
}

/** "subir", "dejar", "bajar". */
export function directionWord({ common }: Words, direction: Direction): string {
  return direction === 0 ? common.leaving : direction > 0 ? common.raising : common.lowering;
}

/** The same of an arrow, which lies flat where a hand would leave the weight. */
export function arrowWord(words: Words, direction: Direction): string {
  return direction === 0 ? words.text.flat : directionWord(words, direction);
}

/** "subir, zancada": a proposal with its size, where it is not the usual one. */
export function nudgeWords(words: Words, { direction, size }: Nudge): string {
  const word = directionWord(words, direction);
  return direction === 0 || size === 'normal' ? word : `${word}, ${words.common.sizes[size]}`;
}
