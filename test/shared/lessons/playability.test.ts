import { describe, expect, it } from 'vitest';
import { measure } from '../../../scripts/playability/row.ts';
import { openSimulatedClass } from '../../../scripts/playability/simulated-class.ts';
import { namesOfPlan } from '../../../shared/datasets/data-plan.ts';
import { LESSONS } from '../../../shared/lessons/catalogue.ts';
import { goalOf } from '../../../shared/lessons/goals.ts';
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import type { StageKind } from '../../../shared/session/stages.ts';
import { openClassroom, TEACHER } from '../../helpers/classroom.ts';

/** A sample of what `npm run playability` plays in full: few classes, none of them large. */
const SEEDS = 2;
/** Stages in which the class moves the weights by hand. */
const BY_HAND: readonly StageKind[] = ['guess', 'keep-if-better', 'probe', 'backprop'];

type Place = readonly [lesson: string, stage: number];

function stagesOf(...kinds: readonly StageKind[]): readonly Place[] {
  return LESSONS.flatMap(({ id, stages }) =>
    stages.flatMap(({ kind }, index) => (kinds.includes(kind) ? [[id, index] as const] : [])),
  );
}

function lessonOf(id: string): Lesson {
  const lesson = LESSONS.find((one) => one.id === id);
  if (lesson === undefined) throw new Error(`no lesson ${id}`);
  return lesson;
}

function sample([id, stage]: Place, mixture: 'random' | 'probing-20', seats: number) {
  const kind = lessonOf(id).stages[stage]?.kind ?? 'guess';
  return measure({ lesson: id, stage, kind, seats, mixture, seeds: SEEDS });
}

describe.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))('the lesson %s', (id, lesson) => {
  it('has a goal for each of its stages', () => {
    expect(lesson.stages.map((_, index) => goalOf(id, index))).not.toContain(undefined);
    expect(goalOf(id, lesson.stages.length)).toBeUndefined();
  });

  it('starts like somebody who guesses, on what it sees and on what is new', () => {
    const chance = 1 / namesOfPlan(lesson.data).classNames.length;
    const { figures } = openClassroom({ lesson: id }).state();
    for (const accuracy of [figures.accuracy, figures.validationAccuracy])
      expect(Math.abs(accuracy - chance)).toBeLessThanOrEqual(0.05);
  });

  it('starts every stage by hand from the same network with the same steps, so that they can be compared', () => {
    const byHand = lesson.stages.filter(({ kind, material }) => BY_HAND.includes(kind) && material === null);
    expect(byHand.map(({ start }) => start)).toEqual(byHand.map(() => 'pinned'));
    expect(new Set(byHand.map(({ stepSize }) => stepSize)).size).toBeLessThanOrEqual(1);
    expect(new Set(byHand.map(({ stepPolicy }) => stepPolicy)).size).toBeLessThanOrEqual(1);
  });
});

it.each(stagesOf('guess'))('nudging at random in %s trains nothing, in a class of 5 or of 30', (...place) => {
  // Luck is allowed once in this sample; in twenty classes hardly ever, which is the script's to show.
  for (const seats of [5, 30]) expect(sample(place, 'random', seats).reached).toBeGreaterThanOrEqual(0.5);
});

it.each(stagesOf('probe', 'backprop'))(
  'a class that errs in one choice of five gets where it should in %s, stage index %i, whether 5 or 30 play',
  (...place) => {
    for (const seats of [5, 30]) expect(sample(place, 'probing-20', seats).reached).toBe(1);
  },
);

it.each(stagesOf('autopilot', 'stop', 'test'))(
  'the machine of %s, stage index %i, does what the lesson wants seen',
  (...place) => {
    expect(sample(place, 'probing-20', 5).reached).toBe(1);
  },
);

it.each(stagesOf('keep-if-better'))('keeping the better in %s works, slowly', (id, stage) => {
  const { room, play } = openSimulatedClass(lessonOf(id), { seats: 30, mixture: 'random', seed: 1 });
  room.enter(stage);
  const start = room.state().figures.loss;
  const after = play(20);
  const takenBack = room.facts().filter(({ type }) => type === 'step-taken-back').length;
  expect(takenBack).toBeGreaterThanOrEqual(8);
  expect(takenBack).toBeLessThan(18);
  expect(after[after.length - 1]?.loss).toBeLessThan(start);
});

it('somebody who only copies helps nobody: a class of which half do is behind one that probes', () => {
  const reached = (mixture: 'copying' | 'probing-20') =>
    measure({ lesson: 'pets', stage: 2, kind: 'probe', seats: 5, mixture, seeds: SEEDS }).accuracyMedian;
  expect(reached('copying')).toBeLessThan(reached('probing-20'));
});

it('who is away half of the time is minded meanwhile, and the class gets there', () => {
  const plan = {
    lesson: 'pets',
    stage: 2,
    kind: 'probe',
    seats: 12,
    mixture: 'absent',
    seeds: SEEDS,
  } as const;
  expect(measure(plan).reached).toBe(1);
});

it('plays the rounds of a class of bots as if each had nudged by hand', () => {
  const [ahead, byHand] = [1, 2].map(() =>
    openSimulatedClass(lessonOf('pets'), { seats: 12, mixture: 'probing-20', seed: 7 }),
  );
  ahead?.room.enter(2);
  byHand?.room.enter(2);
  const figures = ahead?.play(3);
  for (let round = 0; round < 3; round++) {
    byHand?.room.reach('nudge');
    byHand?.room.must(TEACHER, { kind: 'next', expected: byHand.room.state().serial });
  }
  expect(byHand?.room.state().figures).toEqual(figures?.[2]);
});
