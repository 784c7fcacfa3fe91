import type { RecordingCard } from '../../../shared/wire/recordings.ts';
import type { ApiError } from '../../link/ask.ts';
import type { LibraryText } from '../../text/library.ts';
import type { LibraryTexts } from './words.ts';

/** A page's words, as far as they are needed here: the player has these, and others than the library beside them. */
type Saying<Name extends keyof LibraryTexts> = { readonly texts: Pick<LibraryTexts, Name> };

/** The lesson's name; one that this program does not know goes by its id. */
export function lessonName({ texts }: Saying<'lessons'>, lesson: string): string {
  return new Map(Object.entries(texts.lessons)).get(lesson)?.name ?? lesson;
}

/** What a recording is called: the title somebody gave it, or its lesson. */
export function titleOf(
  words: Saying<'lessons'>,
  { title, lesson }: Pick<RecordingCard, 'title' | 'lesson'>,
): string {
  return title ?? lessonName(words, lesson);
}

/** "31 min"; a class of less than a minute is told in seconds. */
export function durationWords({ card }: LibraryText, durationMs: number): string {
  const seconds = Math.round(durationMs / 1_000);
  return seconds < 60 ? card.seconds(seconds) : card.minutes(Math.round(seconds / 60));
}

/** Why something was not done. */
export function problemWords({ texts }: Saying<'httpErrors'>, error: ApiError): string {
  return texts.httpErrors[error](0);
}
