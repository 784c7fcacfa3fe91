import { describe } from 'vitest';
import { playWholeLesson } from './support/whole-lesson.ts';

describe('a whole lesson in English, in dark colours, for people whom motion makes ill', () => {
  playWholeLesson('en', 'dark', { reducedMotion: true });
});
