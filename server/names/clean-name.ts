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
 * Controls, formats (zero-width, direction, soft hyphen, tags), fillers that show nothing, private and unassigned.
 * The joiner and the variation selector inside an emoji go too: what is left still shows.
 */
const INVISIBLE =
  /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u2800\u3164\uFE00-\uFE0F\uFFA0]|[\u{E0100}-\u{E01EF}]/gu;
