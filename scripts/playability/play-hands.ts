import type { StageGoal } from '../../shared/lessons/goals.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { faredIn, stageAt, type Fared } from './fared.ts';
import { openSimulatedClass, type ClassPlan } from './simulated-class.ts';
import { minutesByHand } from './stage-minutes.ts';

type HandGoal = Extract<StageGoal, { kind: 'stays' | 'stands' | 'reaches' }>;

/** The rounds of a stage played by hand and those the lesson runs ahead, all with the class's mistakes. */
export function playHands(lesson: Lesson, index: number, goal: HandGoal, plan: ClassPlan): Fared {
  const stage = stageAt(lesson, index);
  const { room, play } = openSimulatedClass(lesson, plan);
  room.enter(index);
  const accuracies = play(stage.rounds + stage.fastForward).map(
    ({ validationAccuracy }) => validationAccuracy,
  );
  const end = accuracies[accuracies.length - 1] ?? 0;
  return faredIn(roundsTo(goal, accuracies, end), (rounds) => minutesByHand(stage, rounds), end);
}

/** A class that is there at the end got there when it first was; one that is to stay as it is needs all its rounds to show it. */
function roundsTo(goal: HandGoal, accuracies: readonly number[], end: number): number | null {
  if (goal.kind === 'reaches')
    return end < goal.accuracy ? null : accuracies.findIndex((accuracy) => accuracy >= goal.accuracy) + 1;
  return end < goal.below ? accuracies.length : null;
}
