import * as v from 'valibot';
import type { RecordingLabel } from './recording.ts';

/**
 * Whether a text says what it shows and nothing else: no controls, no marks that turn the writing round, and nothing
 * that a browser would take for a tag if some page forgot to write it as text. "Ana <3" and "loss<0.1" are plain.
 */
export function isPlainText(text: string): boolean {
  return !UNFIT.test(text);
}

/** A text of people's own, from 1 to `most` characters. Its issue's message is `unfit-text` where it is not plain. */
export const plainText = (most: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(most), v.check(isPlainText, 'unfit-text'));

/** A label that every reader takes: what is not plain is left out, and a seat without a name is called by its number. */
export function plainLabel({ title, tags, bookmarks, names }: RecordingLabel): RecordingLabel {
  return {
    title: title === null || !isPlainText(title) ? null : title,
    tags: tags.filter(isPlainText),
    bookmarks: bookmarks.filter(({ label }) => isPlainText(label)),
    names: names === null ? null : names.filter(({ name }) => isPlainText(name)),
  };
}

/** A tag's name ends with a space, a slash or the bracket (html.spec.whatwg.org, 13.2.5.8). */
const UNFIT = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]|<[/!?]?[a-z][^\s/>]*[\s/>]/iu;
