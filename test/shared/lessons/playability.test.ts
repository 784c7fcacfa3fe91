import { describe, expect, it } from 'vitest';
import { namesOfPlan } from '../../../shared/datasets/data-plan.ts';
import { findLesson, LESSONS } from '../../../shared/lessons/catalogue.ts';
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import type { BotStrategy } from '../../../shared/session/events.ts';
import type { StageKind } from '../../../shared/session/stages.ts';
import { openClassroom, TEACHER } from '../../helpers/classroom.ts';

/** Twenty rounds of one stage of a lesson, played from its pinned start by a class of bots. */
type Play = {
  /** Accuracy on the new examples before the first round and after each. */
  readonly accuracies: readonly number[];
  readonly last: number;
  readonly takenBack: number;
};

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);
const FEWER_SEEDS = SEEDS.slice(0, 8);
const ROUNDS = 20;
/** Stages in which the class moves the weights by hand. */
const BY_HAND: readonly StageKind[] = ['guess', 'keep-if-better', 'probe', 'backprop'];

const AT_RANDOM: BotStrategy = { kind: 'random', wrong: 0 };
const ONE_IN_FIVE_WRONG: BotStrategy = { kind: 'probing', wrong: 0.2 };
const WITHOUT_MISTAKE: BotStrategy = { kind: 'gradient', wrong: 0 };

function play(
  lesson: string,
  stage: number,
  bot: BotStrategy,
  { seed, students = 30 }: { readonly seed: number; readonly students?: number },
): Play {
  const classroom = openClassroom({ lesson, seed });
  classroom.bots(students, bot);
  classroom.enter(stage);
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

function lastOf(plays: readonly Play[]): readonly number[] {
  return plays.map(({ last }) => last);
}

/** The stages of a kind, in every lesson that has one on its own network. */
function stagesOf(kind: StageKind): readonly (readonly [lesson: string, stage: number])[] {
  return LESSONS.flatMap(({ id, stages }) =>
    stages.flatMap((stage, index) =>
      stage.kind === kind && stage.material === null ? [[id, index] as const] : [],
    ),
  );
}

function lessonOf(id: string): Lesson {
  const lesson = findLesson(id);
  if (lesson === undefined) throw new Error(`no lesson ${id}`);
  return lesson;
}

/** The share of right answers of somebody who guesses. */
function chanceOf({ data }: Lesson): number {
  return 1 / namesOfPlan(data).classNames.length;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))('the lesson %s', (id, lesson) => {
  it('starts like somebody who guesses, on what it sees and on what is new', () => {
    const { figures } = openClassroom({ lesson: id }).state();
    for (const accuracy of [figures.accuracy, figures.validationAccuracy]) {
      expect(Math.abs(accuracy - chanceOf(lesson))).toBeLessThanOrEqual(0.05);
    }
  });

  it('starts every stage by hand from the same network, so that they can be compared', () => {
    const byHand = lesson.stages.filter(({ kind, material }) => BY_HAND.includes(kind) && material === null);
    expect(byHand.map(({ start }) => start)).toEqual(byHand.map(() => 'pinned'));
    expect(new Set(byHand.map(({ stepSize }) => stepSize)).size).toBeLessThanOrEqual(1);
  });
});

describe.each(stagesOf('guess'))('guessing in %s', (id, stage) => {
  const chance = chanceOf(lessonOf(id));

  it('does not look like training', () => {
    const last = lastOf(SEEDS.map((seed) => play(id, stage, AT_RANDOM, { seed })));
    expect(last.filter((accuracy) => accuracy < chance + 0.15).length).toBeGreaterThanOrEqual(16);
    expect(mean(last)).toBeLessThan(chance + 0.05);
  });

  it.each([5, 12, 60])('does not with %i in the class', (students) => {
    const last = lastOf(FEWER_SEEDS.map((seed) => play(id, stage, AT_RANDOM, { seed, students })));
    expect(last.filter((accuracy) => accuracy < chance + 0.15).length).toBeGreaterThanOrEqual(6);
  });
});

describe.each(stagesOf('keep-if-better'))('keeping the better in %s', (id, stage) => {
  it('works, slowly: half of the rounds or more are taken back', () => {
    const plays = SEEDS.map((seed) => play(id, stage, AT_RANDOM, { seed }));
    const takenBack = mean(plays.map((each) => each.takenBack));
    expect(takenBack).toBeGreaterThan(10);
    expect(takenBack).toBeLessThan(15.5);
    expect(mean(lastOf(plays))).toBeGreaterThan(0.55);
    expect(mean(lastOf(plays))).toBeLessThan(0.75);
  });
});

describe.each(stagesOf('probe'))('probing in %s', (id, stage) => {
  it('takes a class of 30 to 0.80 whatever its luck, though one choice in five is wrong', () => {
    const last = lastOf(SEEDS.map((seed) => play(id, stage, ONE_IN_FIVE_WRONG, { seed })));
    expect(Math.min(...last)).toBeGreaterThanOrEqual(0.8);
    expect(mean(last)).toBeGreaterThanOrEqual(0.9);
  });

  it.each([5, 12, 60])('is as playable with %i in the class', (students) => {
    const last = lastOf(FEWER_SEEDS.map((seed) => play(id, stage, ONE_IN_FIVE_WRONG, { seed, students })));
    expect(mean(last)).toBeGreaterThanOrEqual(0.85);
  });
});

describe.each(stagesOf('backprop'))('backpropagation in %s', (id, stage) => {
  it('gets there in about ten rounds', () => {
    const { accuracies } = play(id, stage, WITHOUT_MISTAKE, { seed: 1 });
    expect(accuracies[10]).toBeGreaterThanOrEqual(0.9);
    expect(accuracies[ROUNDS]).toBeGreaterThanOrEqual(0.92);
  });
});

describe('the first stage of xor, without a hidden layer', () => {
  it('stands at three corners of four however well the class chooses', () => {
    for (const bot of [ONE_IN_FIVE_WRONG, WITHOUT_MISTAKE]) {
      const last = lastOf(FEWER_SEEDS.map((seed) => play('xor', 0, bot, { seed })));
      expect(Math.max(...last)).toBeLessThan(0.78);
    }
  });
});
