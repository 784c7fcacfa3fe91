import type { Lesson } from './lesson.ts';
import { petsLesson } from './pets.ts';
import { xorLesson } from './xor.ts';

/** The lessons that come with the project, the usual one first. */
export const LESSONS: readonly Lesson[] = [petsLesson, xorLesson];

export function findLesson(id: string): Lesson | undefined {
  return LESSONS.find((lesson) => lesson.id === id);
}
