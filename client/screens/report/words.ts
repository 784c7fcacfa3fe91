import type { Words } from '../../state/words.svelte.ts';
import { COMMON_TEXT, type CommonText } from '../../text/common.ts';
import { HTTP_ERRORS_TEXT, type HttpErrorsText } from '../../text/http-errors.ts';
import { LESSONS_TEXT, type LessonsText } from '../../text/lessons.ts';
import { REPORT_TEXT, type ReportText } from '../../text/report.ts';
import { SIGN_IN_TEXT, type SignInText } from '../../text/sign-in.ts';

/** Everything the report says. */
export type ReportTexts = {
  readonly common: CommonText;
  readonly httpErrors: HttpErrorsText;
  readonly lessons: LessonsText;
  readonly report: ReportText;
  readonly signIn: SignInText;
};

export const REPORT_TEXTS = {
  common: COMMON_TEXT,
  httpErrors: HTTP_ERRORS_TEXT,
  lessons: LESSONS_TEXT,
  report: REPORT_TEXT,
  signIn: SIGN_IN_TEXT,
};

export type ReportWords = Words<ReportTexts>;

/** Decimals of an error wherever the report writes one. */
export const LOSS_DECIMALS = 3;

/** The lesson as the class knew it; one that this program does not know goes by its id. */
export function lessonTitle({ texts }: Pick<ReportWords, 'texts'>, lesson: string): string {
  return new Map(Object.entries(texts.lessons)).get(lesson)?.title ?? lesson;
}
