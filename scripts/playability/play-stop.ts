import type { StageGoal } from '../../shared/lessons/goals.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { TEACHER } from '../../shared/rehearsal/classroom.ts';
import type { StopsRevealed } from '../../shared/session/machine-events.ts';
import { faredIn, stageAt, type Fared } from './fared.ts';
import { batchSizeIn, machineChoices } from './machine-choices.ts';
import { openSimulatedClass, type ClassPlan, type SimulatedClass } from './simulated-class.ts';
import { minutesOfRuns } from './stage-minutes.ts';

type TurnGoal = Extract<StageGoal, { kind: 'turns' }>;

/** The machine runs, the class stops it blind, the teacher reveals. */
export function playStop(lesson: Lesson, index: number, goal: TurnGoal, plan: ClassPlan): Fared {
  const simulated = openSimulatedClass(lesson, plan);
  const { best, validation } = runAndReveal(simulated, lesson, index, plan.seed);
  const end = validation.length - 1;
  const rise = (validation[end] ?? 0) / best.loss - 1;
  const turns = best.round >= goal.from && best.round <= goal.to && rise >= goal.rise;
  const worse = validation.findIndex(
    (loss, round) => round > best.round && loss >= best.loss * (1 + goal.rise),
  );
  const speed = stageAt(lesson, index).machine?.machineSpeed ?? 1;
  return {
    ...faredIn(
      turns ? worse : null,
      (rounds) => minutesOfRuns(rounds, speed, 0),
      simulated.room.state().figures.validationAccuracy,
    ),
    turn: { bestRound: best.round, rise },
  };
}

/** A whole run of `stop`, and what the reveal says of it. */
export function runAndReveal(
  { room, play }: SimulatedClass,
  lesson: Lesson,
  index: number,
  seed: number,
): StopsRevealed {
  const { machine, rounds } = stageAt(lesson, index);
  const choices = machineChoices(seed);
  room.enter(index);
  const patch = {
    learningRate: (machine?.learningRate ?? room.state().settings.learningRate) * choices.pace,
    batchSize: batchSizeIn(room, index, choices),
  };
  room.must(TEACHER, { kind: 'change-settings', patch });
  play(rounds);
  const revealed = room.next().find((fact) => fact.type === 'stops-revealed');
  if (revealed?.type !== 'stops-revealed') throw new Error('nothing was revealed');
  return revealed;
}
