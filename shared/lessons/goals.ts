import type { Vote } from '../session/stages.ts';

/**
 * What a stage is to come to, so that whether it does can be measured (`npm run playability`). Accuracies are shares of
 * right answers on new examples after the rounds the lesson plans, those it runs ahead included.
 */
export type StageGoal =
  /** Nudging without looking trains nothing: the class ends no better than somebody who guesses, luck included. */
  | { readonly kind: 'stays'; readonly below: number }
  /** The class gets there, and is there at the end. */
  | { readonly kind: 'reaches'; readonly accuracy: number }
  /** The class chooses well and yet stands: the network cannot do better. */
  | { readonly kind: 'stands'; readonly below: number }
  /** The machine does at each learning rate what the lesson wants seen; where it falls fast it gets there. */
  | {
      readonly kind: 'descends';
      readonly rates: readonly { readonly learningRate: number; readonly expected: Vote }[];
      readonly accuracy: number;
    }
  /** The error on new examples is lowest between two rounds, and higher by a share of itself at the end. */
  | { readonly kind: 'turns'; readonly from: number; readonly to: number; readonly rise: number }
  /** The trained network is right about this share of the animals nobody has seen. */
  | { readonly kind: 'answers'; readonly right: number };

const turns: StageGoal = { kind: 'turns', from: 4, to: 25, rise: 0.25 };
/** A coin, or a die with three sides, and what luck adds to it. */
const coin: StageGoal = { kind: 'stays', below: 0.65 };
const die: StageGoal = { kind: 'stays', below: 0.48 };
const reaches = (accuracy: number): StageGoal => ({ kind: 'reaches', accuracy });
const answers = (right: number): StageGoal => ({ kind: 'answers', right });

/** The rates a lesson shows: too small, right and, where there is one, too large. */
function descends(accuracy: number, slow: number, fast: number, explodes: number): StageGoal {
  return {
    kind: 'descends',
    accuracy,
    rates: [
      { learningRate: slow, expected: 'slow' },
      { learningRate: fast, expected: 'fast' },
      { learningRate: explodes, expected: 'explodes' },
    ],
  };
}

/** The goals of the lessons that come with the project, one a stage. */
const GOALS: Readonly<Record<string, readonly StageGoal[]>> = {
  pets: [coin, reaches(0.8), reaches(0.8), reaches(0.8), descends(0.9, 0.02, 0.5, 4), turns, answers(0.8)],
  line: [reaches(0.9), reaches(0.9), descends(0.9, 0.05, 1, 2.5)],
  xor: [
    { kind: 'stands', below: 0.78 },
    reaches(0.8),
    reaches(0.8),
    descends(0.9, 0.05, 1, 20),
    answers(0.75),
  ],
  stop: [
    { kind: 'descends', accuracy: 0.9, rates: [{ learningRate: 0.5, expected: 'fast' }] },
    turns,
    turns,
    answers(0.8),
  ],
  penguins: [die, reaches(0.8), reaches(0.9), descends(0.9, 0.02, 1, 50), answers(0.8)],
  free: [coin, reaches(0.8), reaches(0.8), reaches(0.8), descends(0.85, 0.05, 1, 20), turns, answers(0.75)],
};

/** What a stage of a lesson is to come to, by its index; undefined in a lesson somebody built. */
export function goalOf(lesson: string, stage: number): StageGoal | undefined {
  return GOALS[lesson]?.[stage];
}
