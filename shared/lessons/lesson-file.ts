import { readLesson, type Lesson } from './lesson.ts';

/** The largest lesson there can be, one with a table of 2,000 rows, is far smaller. */
export const LESSON_FILE_CHARACTERS_MOST = 2_000_000;

/** A lesson as the text of a file that can be read, changed by hand and sent. */
export function lessonToFile(lesson: Lesson): string {
  return `${JSON.stringify(lesson, null, 2)}\n`;
}

/** The lesson of a file's text, or every sentence about what is wrong with it, each with its place. */
export function lessonFromFile(text: string): ReturnType<typeof readLesson> {
  if (text.length > LESSON_FILE_CHARACTERS_MOST) return { problems: ['file: larger than any lesson'] };
  try {
    return readLesson(JSON.parse(text.replace(/^\uFEFF/u, '')));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { problems: [`file: it is no JSON (${error.message})`] };
  }
}
