import type { Lesson } from '../../shared/lessons/lesson.ts';

/** How one class fared in one stage. */
export type Fared = {
  readonly reached: boolean;
  /** Rounds and minutes to the goal; null where it was not reached. */
  readonly rounds: number | null;
  readonly minutes: number | null;
  /** Right answers on new examples at the end. */
  readonly accuracy: number;
  /** In `stop`: the round of the lowest error on new examples, and by what share of itself it is higher at the end. */
  readonly turn?: { readonly bestRound: number; readonly rise: number };
};

/** A goal that was reached after so many rounds, or missed. */
export function faredIn(
  rounds: number | null,
  minutesAfter: (rounds: number) => number,
  accuracy: number,
): Fared {
  return rounds === null
    ? { reached: false, rounds, minutes: null, accuracy }
    : { reached: true, rounds, minutes: minutesAfter(rounds), accuracy };
}

/** A stage of a lesson by its index. */
export function stageAt({ id, stages }: Lesson, index: number): Lesson['stages'][number] {
  const stage = stages[index];
  if (stage === undefined) throw new Error(`lesson ${id} has no stage ${index + 1}`);
  return stage;
}
