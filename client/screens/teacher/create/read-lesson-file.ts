import { lessonFromFile, LESSON_FILE_CHARACTERS_MOST } from '../../../../shared/lessons/lesson-file.ts';
import type { readLesson } from '../../../../shared/lessons/lesson.ts';

/** Reads a file somebody chose; one that is far too large is not even read. */
export async function readLessonFile(file: File): Promise<ReturnType<typeof readLesson>> {
  // A character takes four bytes at most.
  if (file.size > 4 * LESSON_FILE_CHARACTERS_MOST)
    return lessonFromFile(' '.repeat(LESSON_FILE_CHARACTERS_MOST + 1));
  return lessonFromFile(await file.text());
}

/** Whether a file is a lesson rather than a table, by its name. */
export function isLessonFile({ name }: File): boolean {
  return /\.json$/iu.test(name);
}
