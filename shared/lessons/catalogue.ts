import { freeLesson } from './free.ts';
import type { Lesson } from './lesson.ts';
import { lineLesson } from './line.ts';
import { penguinsLesson } from './penguins.ts';
import { petsLesson } from './pets.ts';
import { stopLesson } from './stop.ts';
import { xorLesson } from './xor.ts';

/** The lessons that come with the project, the usual one first, free play last. */
export const LESSONS: readonly Lesson[] = [
  petsLesson,
  lineLesson,
  xorLesson,
  stopLesson,
  penguinsLesson,
  freeLesson,
];

export function findLesson(id: string): Lesson | undefined {
  return LESSONS.find((lesson) => lesson.id === id);
}
