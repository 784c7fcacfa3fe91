import type { StageGoal } from '../../shared/lessons/goals.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { TEACHER } from '../../shared/rehearsal/classroom.ts';
import type { Vote } from '../../shared/session/stages.ts';
import { faredIn, stageAt, type Fared } from './fared.ts';
import { batchSizeIn, machineChoices } from './machine-choices.ts';
import { openSimulatedClass, type ClassPlan, type SimulatedClass } from './simulated-class.ts';
import { minutesOfRuns } from './stage-minutes.ts';

type DescentGoal = Extract<StageGoal, { kind: 'descends' }>;
type Run = {
  readonly seen: Vote;
  /** The step after which the network first was right often enough; null where it never was. */
  readonly there: number | null;
  readonly accuracy: number;
};

/** A machine that is there after so many steps is called fast: in five seconds, at four steps a second. */
const SOON = 20;

/** The machine from the same start at each of the lesson's learning rates, each with its vote before. */
export function playDescent(lesson: Lesson, index: number, goal: DescentGoal, plan: ClassPlan): Fared {
  const simulated = openSimulatedClass(lesson, plan);
  const { machine, rounds } = stageAt(lesson, index);
  const runs = goal.rates.map((rate) => run(simulated, lesson, index, goal, rate, plan));
  const isAsPlanned = runs.every(({ seen }, place) => seen === goal.rates[place]?.expected);
  const fast = runs.find(({ seen }) => seen === 'fast');
  const there = isAsPlanned ? (fast?.there ?? null) : null;
  const steps = rounds * goal.rates.length;
  return faredIn(
    there,
    () => minutesOfRuns(steps, machine?.machineSpeed ?? 1, goal.rates.length),
    fast?.accuracy ?? 0,
  );
}

function run(
  { room, play }: SimulatedClass,
  lesson: Lesson,
  index: number,
  { accuracy }: DescentGoal,
  { learningRate, expected }: DescentGoal['rates'][number],
  { seed }: ClassPlan,
): Run {
  const { rounds } = stageAt(lesson, index);
  room.enter(index);
  // What is to explode does so on all examples, as the lesson has it: a leap of a mini-batch may land well by luck.
  const batchSize = expected === 'explodes' ? null : batchSizeIn(room, index, machineChoices(seed));
  room.must(TEACHER, { kind: 'change-settings', patch: { learningRate, batchSize } });
  const before = room.facts().length;
  const after = play(rounds).map(({ validationAccuracy }) => validationAccuracy);
  const diverged = room
    .facts()
    .some((fact, at) => at >= before && fact.type === 'descended' && fact.diverged);
  const there = after.findIndex((right) => right >= accuracy) + 1;
  const falls = there > 0 && there <= SOON ? 'fast' : 'slow';
  return {
    seen: diverged ? 'explodes' : falls,
    there: there === 0 ? null : there,
    accuracy: after[after.length - 1] ?? 0,
  };
}
