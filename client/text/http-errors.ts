import type { httpErrors } from './es/http-errors.ts';
import type { TextLoaders } from './load-text.ts';

/** Why a page's request was not done: a sentence for every code. */
export type HttpErrorsText = typeof httpErrors;

export const HTTP_ERRORS_TEXT: TextLoaders<HttpErrorsText> = {
  es: async () => (await import('./es/http-errors.ts')).httpErrors,
  en: async () => (await import('./en/http-errors.ts')).httpErrors,
};
