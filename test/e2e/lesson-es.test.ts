import { describe } from 'vitest';
import { playWholeLesson } from './support/whole-lesson.ts';

describe('a whole lesson in Spanish, in light colours', () => {
  playWholeLesson('es', 'light');
});
