import type { Words } from '../../state/words.svelte.ts';
import { COMMON_TEXT, type CommonText } from '../../text/common.ts';
import { DOWNLOAD_TEXT, type DownloadText } from '../../text/download.ts';
import { HTTP_ERRORS_TEXT, type HttpErrorsText } from '../../text/http-errors.ts';
import { LESSONS_TEXT, type LessonsText } from '../../text/lessons.ts';
import { LIBRARY_TEXT, type LibraryText } from '../../text/library.ts';
import { SIGN_IN_TEXT, type SignInText } from '../../text/sign-in.ts';

/** Everything the library says. */
export type LibraryTexts = {
  readonly common: CommonText;
  readonly download: DownloadText;
  readonly httpErrors: HttpErrorsText;
  readonly lessons: LessonsText;
  readonly library: LibraryText;
  readonly signIn: SignInText;
};

export const LIBRARY_TEXTS = {
  common: COMMON_TEXT,
  download: DOWNLOAD_TEXT,
  httpErrors: HTTP_ERRORS_TEXT,
  lessons: LESSONS_TEXT,
  library: LIBRARY_TEXT,
  signIn: SIGN_IN_TEXT,
};

export type LibraryWords = Words<LibraryTexts>;
