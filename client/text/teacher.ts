import type { TextLoaders } from './load-text.ts';
import type { teacher } from './es/teacher.ts';

/** What the teacher's console says; nobody else loads it. */
export type TeacherText = typeof teacher;

export const TEACHER_TEXT: TextLoaders<TeacherText> = {
  es: async () => (await import('./es/teacher.ts')).teacher,
  en: async () => (await import('./en/teacher.ts')).teacher,
};
