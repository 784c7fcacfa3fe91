import { LESSONS } from '../../../../shared/lessons/catalogue.ts';
import type { Lesson } from '../../../../shared/lessons/lesson.ts';

/** Which lesson the class will be opened with. */
export type Choice = { readonly kind: 'built-in'; readonly id: string } | { readonly kind: 'own' };

/** A lesson of a teacher's own: it has a title. */
export type OwnLesson = Lesson & { readonly title: string };

/** What a lesson that came by link or file is: one of ours, word for word, or one of somebody's own. */
export function recognise(
  lesson: Lesson,
  untitled: string,
): { readonly choice: Choice; readonly own: OwnLesson | null } {
  const written = JSON.stringify(lesson);
  const ours = LESSONS.find((one) => JSON.stringify(one) === written);
  if (ours !== undefined) return { choice: { kind: 'built-in', id: ours.id }, own: null };
  return { choice: { kind: 'own' }, own: { ...lesson, title: lesson.title ?? untitled } };
}

/** What a lesson asks of a class, in figures. */
export function lessonFacts({ network, start, stages }: Lesson): {
  readonly sizes: readonly number[];
  readonly parameters: number;
  readonly stages: number;
  /** Rounds that the class plays by hand. */
  readonly rounds: number;
  readonly minutes: number;
} {
  const byHand = stages.filter(({ kind }) => kind !== 'autopilot' && kind !== 'stop' && kind !== 'test');
  return {
    sizes: network.sizes,
    parameters: start.length,
    stages: stages.length,
    rounds: byHand.reduce((sum, { rounds }) => sum + rounds, 0),
    minutes: stages.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}
