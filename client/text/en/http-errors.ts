import type { httpErrors as spanish } from '../es/http-errors.ts';
import { refusals } from './refusals.ts';

/** Why what a page asked for was not done. `ms` is how long to wait. */
export const httpErrors: typeof spanish = {
  ...refusals,
  'unknown-code': () => 'No class has that code.',
  'code-replaced': () => 'The class has a new code.',
  'wrong-key': () => 'That key or link opens nothing: it has expired, was taken back, or a part is missing.',
  'unknown-lesson': () => 'This server does not have that lesson.',
  'bad-lesson': () => 'The server cannot open that lesson: something in it breaks the rules.',
  'lesson-too-large': () =>
    'The lesson is too large: the most is 1 MB. Use fewer rows, or numbers with fewer decimals.',
  'server-busy': () => 'The server has no room for more just now. Try again in a moment.',
  'too-many-sessions': () => 'Too many classes are open. End one of them.',
  'wrong-host': () => 'This page is not of this server. Open the address it shows when it starts.',
  'too-large': () => 'The file is too large: the most is 16 MiB.',
  'not-found': () => 'That recording is not here, or no longer.',
  failed: () => 'Something failed on the server. Try again.',
  unreachable: () => 'The server cannot be reached. Is it still running?',
  'recording-open': () => 'The class is still open. End it first.',
  'nothing-to-continue': () => 'No stage had begun at that moment: there is nothing to go on from.',
  'too-many-shares': () => 'There are too many links to this recording. Take one back.',
  'not-a-recording': () => 'That file is not a recording of Descenso.',
  'recording-truncated': () => 'The end of that recording is missing: copying or downloading cut it short.',
  'recording-edited': () => 'That recording was changed after it was saved: its parts do not agree.',
  'recording-too-new': () => 'That recording is of a later version of this program. Update it.',
  'unfit-text': () => 'A name or title in it holds code or invisible signs. Only plain text will do.',
  'recording-too-large': () => 'That recording holds more than this program opens.',
};
