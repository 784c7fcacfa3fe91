import type { StageGoal } from '../../shared/lessons/goals.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import type { Fared } from './fared.ts';
import { playDescent } from './play-descent.ts';
import { playHands } from './play-hands.ts';
import { playStop } from './play-stop.ts';
import { playTest } from './play-test.ts';
import type { ClassPlan } from './simulated-class.ts';

/** Plays a stage of a lesson as its goal asks. */
export function playStage(lesson: Lesson, index: number, goal: StageGoal, plan: ClassPlan): Fared {
  switch (goal.kind) {
    case 'stays':
    case 'stands':
    case 'reaches':
      return playHands(lesson, index, goal, plan);
    case 'descends':
      return playDescent(lesson, index, goal, plan);
    case 'turns':
      return playStop(lesson, index, goal, plan);
    case 'answers':
      return playTest(lesson, index, goal, plan);
  }
}
