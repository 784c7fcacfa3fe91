import { describe, expect, it } from 'vitest';
import {
  learningRates,
  rateDecimals,
  rateToTryNext,
  readRate,
} from '../../../client/screens/teacher/learning-rates.ts';
import { LESSONS } from '../../../shared/lessons/catalogue.ts';
import { runningRound } from '../../../shared/session/state.ts';
import { openClassroom, TEACHER } from '../../helpers/classroom.ts';

const WITH_MACHINE = LESSONS.map(({ id, stages }) => ({
  lesson: id,
  stage: stages.findIndex(({ kind }) => kind === 'autopilot'),
}));

/** Steps the machine takes at each rate: fewer than any lesson plans. */
const STEPS = 20;

/** The error at the start and after each of the machine's steps at this rate, and whether it ever exploded. */
function run(lesson: string, stage: number, learningRate: number) {
  const room = openClassroom({ lesson });
  room.bots(1);
  room.enter(stage);
  room.must(TEACHER, { kind: 'change-settings', patch: { learningRate, machineSpeed: 0 } });
  room.reach('run');
  const losses = [room.state().figures.loss];
  let exploded = false;
  for (let step = 0; step < STEPS; step++) {
    room.next();
    losses.push(room.state().figures.loss);
    exploded ||= runningRound(room.state())?.descent?.diverged === true;
  }
  return { fallen: 1 - (losses.at(-1) ?? 0) / (losses[0] ?? 1), exploded };
}

describe('the three learning rates of a lesson', () => {
  it.each(WITH_MACHINE)('are too small, right and too large in $lesson', ({ lesson, stage }) => {
    const { small, right, large } = learningRates(lesson);
    const [slowly, fast, tooFar] = [small, right, large].map((rate) => run(lesson, stage, rate));
    expect(fast?.fallen).toBeGreaterThan(0.7);
    expect(fast?.exploded).toBe(false);
    expect(slowly?.exploded).toBe(false);
    expect(slowly?.fallen).toBeGreaterThan(0);
    expect(slowly?.fallen).toBeLessThan((fast?.fallen ?? 0) - 0.05);
    expect(tooFar?.exploded).toBe(true);
  });

  it('are tried with the right one last, so that the test finds the network as it should be', () => {
    const rates = learningRates('pets');
    expect(rateToTryNext(rates, 0.02)).toBe(4);
    expect(rateToTryNext(rates, 4)).toBe(0.5);
    expect(rateToTryNext(rates, 0.5)).toBeNull();
    expect(rateToTryNext(rates, 900)).toBe(0.5);
  });
});

describe('a rate that a teacher types', () => {
  it('may have a decimal comma or point', () => {
    expect(readRate(' 0,02 ')).toEqual({ kind: 'rate', rate: 0.02 });
    expect(readRate('.5')).toEqual({ kind: 'rate', rate: 0.5 });
    expect(readRate('4')).toEqual({ kind: 'rate', rate: 4 });
  });

  it.each([
    ['', 'no-number'],
    ['medio', 'no-number'],
    ['1e3', 'no-number'],
    ['-1', 'no-number'],
    ['1,000,5', 'no-number'],
    ['0', 'too-small'],
    ['0,00001', 'too-small'],
    ['1001', 'too-large'],
  ])('is not taken as %j, and why', (typed, kind) => {
    expect(readRate(typed)).toEqual({ kind });
  });

  it('is written with the decimals it has', () => {
    expect([0.02, 0.5, 4, 2.5, 0.0001].map(rateDecimals)).toEqual([2, 1, 0, 1, 4]);
  });
});
