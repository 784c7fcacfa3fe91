import type { lessons } from './es/lessons.ts';
import type { TextLoaders } from './load-text.ts';

/** The built-in lessons in words; Spanish is written first. */
export type LessonsText = typeof lessons;

export const LESSONS_TEXT: TextLoaders<LessonsText> = {
  es: async () => (await import('./es/lessons.ts')).lessons,
  en: async () => (await import('./en/lessons.ts')).lessons,
};
