import { describe } from 'vitest';
import { playWholeLesson } from './support/whole-lesson.ts';

describe('a whole lesson in English, in dark colours', () => {
  playWholeLesson('en', 'dark');
});
