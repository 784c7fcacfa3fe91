import type { student } from './es/student.ts';
import type { TextLoaders } from './load-text.ts';

/** The phone's own sentences; Spanish is written first. */
export type StudentText = typeof student;

export const STUDENT_TEXT: TextLoaders<StudentText> = {
  es: async () => (await import('./es/student.ts')).student,
  en: async () => (await import('./en/student.ts')).student,
};
