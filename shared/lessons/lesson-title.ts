import * as v from 'valibot';
import { isPlainText } from '../recording/plain-text.ts';
import { LIMITS } from '../session/limits.ts';

/** A teacher's own words for a lesson: plain, and short enough for the top of a projector. */
export const lessonTitleSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1),
  v.maxLength(LIMITS.lessonTitleCharacters),
  v.check(isPlainText, 'unfit-text'),
);

/**
 * What a session of one's own lesson goes by, where a built-in one goes by its id. Screens show a name that is no key
 * as it is, so a title must not be one: "pets" becomes "Pets".
 */
export function nameOfTitle(title: string): string {
  return LOOKS_LIKE_A_KEY.test(title) ? title.charAt(0).toUpperCase() + title.slice(1) : title;
}

const LOOKS_LIKE_A_KEY = /^[a-z][a-z0-9-]*$/u;
