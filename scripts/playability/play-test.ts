import { goalOf, type StageGoal } from '../../shared/lessons/goals.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { TEACHER } from '../../shared/rehearsal/classroom.ts';
import { faredIn, stageAt, type Fared } from './fared.ts';
import { batchSizeIn, machineChoices } from './machine-choices.ts';
import { runAndReveal } from './play-stop.ts';
import { openSimulatedClass, type ClassPlan, type SimulatedClass } from './simulated-class.ts';

type AnswerGoal = Extract<StageGoal, { kind: 'answers' }>;

/** Minutes an animal takes where the lesson is in no hurry. */
const ANIMAL_MINUTES = 0.5;

/** The network is trained as the lesson does it last, and then asked about each animal. */
export function playTest(lesson: Lesson, index: number, goal: AnswerGoal, plan: ClassPlan): Fared {
  const simulated = openSimulatedClass(lesson, plan);
  train(simulated, lesson, index, plan.seed);
  const { room } = simulated;
  const accuracy = room.state().figures.validationAccuracy;
  room.enter(index);
  room.reach('score');
  const answered = room.facts().filter((fact) => fact.type === 'animal-answered');
  const right = answered.filter(({ predicted, truth }) => predicted === truth).length;
  const { minutes } = stageAt(lesson, index);
  return faredIn(
    right >= goal.right * answered.length ? answered.length : null,
    (animals) => (minutes === 0 ? animals * ANIMAL_MINUTES : minutes),
    accuracy,
  );
}

/** The last stage before this one in which a machine trained the same network: after `stop` from its best round. */
function train(simulated: SimulatedClass, lesson: Lesson, index: number, seed: number): void {
  const { room, play } = simulated;
  const own = stageAt(lesson, index).material;
  const before = lesson.stages.slice(0, index);
  const trained = before.findLastIndex(({ kind, material }) => material === own && isMachine(kind));
  if (stageAt(lesson, trained).kind === 'stop') {
    const { best } = runAndReveal(simulated, lesson, trained, seed);
    room.must(TEACHER, { kind: 'go-back', expected: room.state().serial, point: best.point });
    return;
  }
  const goal = goalOf(lesson.id, trained);
  const right =
    goal?.kind === 'descends' ? goal.rates.find(({ expected }) => expected === 'fast') : undefined;
  room.enter(trained);
  const batchSize = batchSizeIn(room, trained, machineChoices(seed));
  const learningRate = right?.learningRate ?? room.state().settings.learningRate;
  room.must(TEACHER, { kind: 'change-settings', patch: { learningRate, batchSize } });
  play(stageAt(lesson, trained).rounds);
}

function isMachine(kind: Lesson['stages'][number]['kind']): boolean {
  return kind === 'autopilot' || kind === 'stop';
}
