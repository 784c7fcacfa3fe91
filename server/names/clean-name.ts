import { LIMITS } from '../../shared/session/limits.ts';

/**
 * A typed name as it will be shown: composed (NFKC), without anything invisible or that turns the writing
 * round, one space between words. Null for one that is empty or longer than the limit of characters that a
 * reader would count. What looks like markup stays: it is shown as it is, everywhere.
 */
export function cleanName(typed: string): string | null {
  const name = typed.normalize('NFKC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim();
  const characters = [...new Intl.Segmenter('es', { granularity: 'grapheme' }).segment(name)].length;
  if (characters === 0 || characters > LIMITS.nicknameCharacters) return null;
  // A letter under a tower of accents is one character to count and a screenful to look at.
  return /\p{M}{3,}/u.test(name.normalize('NFD')) || name.length > 4 * LIMITS.nicknameCharacters
    ? null
    : name;
}

/** Whether a text holds marks that turn the direction of writing: nobody's name needs them alone. */
export function turnsWriting(typed: string): boolean {
  return /[\u202A-\u202E\u2066-\u2069]/u.test(typed);
}

/**
 * What a reader does not see: fillers, joiners, direction marks, variation selectors and tags (Unicode calls them
 * default ignorable), controls, private and unassigned characters, and the Braille pattern without dots.
 */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|\p{C}|\u2800/gu;
