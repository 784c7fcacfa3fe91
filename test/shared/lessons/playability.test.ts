import { describe, expect, it } from 'vitest';
import type { BotStrategy } from '../../../shared/session/events.ts';
import { openClassroom, TEACHER } from '../../helpers/classroom.ts';

/** Twenty rounds of one stage of a lesson, played from its pinned start by a class of bots. */
type Play = {
  /** Accuracy on the new examples before the first round and after each. */
  readonly accuracies: readonly number[];
  readonly last: number;
  readonly takenBack: number;
};

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);
const STAGES = ['guess', 'keep-if-better', 'probe', 'backprop'] as const;
const ROUNDS = 20;

const AT_RANDOM: BotStrategy = { kind: 'random', wrong: 0 };
const ONE_IN_FIVE_WRONG: BotStrategy = { kind: 'probing', wrong: 0.2 };
const WITHOUT_MISTAKE: BotStrategy = { kind: 'gradient', wrong: 0 };

function play(
  lesson: string,
  stage: (typeof STAGES)[number],
  bot: BotStrategy,
  { seed, students = 30 }: { readonly seed: number; readonly students?: number },
): Play {
  const classroom = openClassroom({ lesson, seed });
  classroom.bots(students, bot);
  const plans = classroom.state().setup.stages;
  classroom.enter(plans.findIndex(({ kind }) => kind === stage));
  const start = classroom.state().figures.validationAccuracy;
  const facts = classroom.must(TEACHER, {
    kind: 'fast-forward',
    expected: classroom.state().serial,
    rounds: ROUNDS,
  });
  const after = facts.flatMap((fact) =>
    fact.type === 'step-taken' ? [fact.figures.validationAccuracy] : [],
  );
  return {
    accuracies: [start, ...after],
    last: classroom.state().figures.validationAccuracy,
    takenBack: facts.filter(({ type }) => type === 'step-taken-back').length,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe.each(['pets', 'xor'])('the lesson %s', (lesson) => {
  it('starts like a coin: between 0.45 and 0.55 on what it sees and on what is new', () => {
    const { figures } = openClassroom({ lesson }).state();
    for (const accuracy of [figures.accuracy, figures.validationAccuracy]) {
      expect(accuracy).toBeGreaterThanOrEqual(0.45);
      expect(accuracy).toBeLessThanOrEqual(0.55);
    }
  });

  it('starts every stage from the same network, so that they can be compared', () => {
    const { stages } = openClassroom({ lesson }).state().setup;
    expect(stages.map(({ start }) => start)).toEqual(stages.map(() => 'pinned'));
    expect(new Set(stages.map(({ stepSize }) => stepSize)).size).toBe(1);
  });

  it('does not let nudging at random look like training', () => {
    const plays = SEEDS.map((seed) => play(lesson, 'guess', AT_RANDOM, { seed }));
    expect(plays.filter(({ last }) => last < 0.65).length).toBeGreaterThanOrEqual(16);
    expect(mean(plays.map(({ last }) => last))).toBeLessThan(0.55);
  });

  it('lets trial and error work, slowly: more than half of the rounds are taken back', () => {
    const plays = SEEDS.map((seed) => play(lesson, 'keep-if-better', AT_RANDOM, { seed }));
    const takenBack = mean(plays.map((each) => each.takenBack));
    expect(takenBack).toBeGreaterThan(10.5);
    expect(takenBack).toBeLessThan(15.5);
    expect(mean(plays.map(({ last }) => last))).toBeGreaterThan(0.55);
    expect(mean(plays.map(({ last }) => last))).toBeLessThan(0.75);
  });

  it('takes a probing class of 30 to 0.80 whatever its luck, though one choice in five is wrong', () => {
    const plays = SEEDS.map((seed) => play(lesson, 'probe', ONE_IN_FIVE_WRONG, { seed }));
    expect(Math.min(...plays.map(({ last }) => last))).toBeGreaterThanOrEqual(0.8);
    expect(mean(plays.map(({ last }) => last))).toBeGreaterThanOrEqual(0.9);
  });

  it.each([5, 12, 60])('is as playable with %i in the class', (students) => {
    const seeds = SEEDS.slice(0, 8);
    const probing = seeds.map((seed) => play(lesson, 'probe', ONE_IN_FIVE_WRONG, { seed, students }));
    const guessing = seeds.map((seed) => play(lesson, 'guess', AT_RANDOM, { seed, students }));
    expect(mean(probing.map(({ last }) => last))).toBeGreaterThanOrEqual(0.85);
    expect(guessing.filter(({ last }) => last < 0.65).length).toBeGreaterThanOrEqual(6);
  });

  it('is solved by backpropagation in about ten rounds', () => {
    const { accuracies } = play(lesson, 'backprop', WITHOUT_MISTAKE, { seed: 1 });
    expect(accuracies[10]).toBeGreaterThanOrEqual(0.92);
    expect(accuracies[ROUNDS]).toBeGreaterThanOrEqual(0.92);
  });
});
