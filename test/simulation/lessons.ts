import { findLesson } from '../../shared/lessons/catalogue.ts';
import { sessionSetup } from '../../shared/lessons/lesson.ts';
import type { SessionSetup } from '../../shared/session/setup.ts';
import type { StageKind, StagePlan } from '../../shared/session/stages.ts';

function setupOf(id: string): SessionSetup {
  const lesson = findLesson(id);
  if (lesson === undefined) throw new Error(`no lesson ${id}`);
  const settings = { roundSeconds: 8, absenceGraceSeconds: 2 };
  return sessionSetup(lesson, { language: 'es', seed: 1, settings });
}

function plan(kind: StageKind): StagePlan {
  const machine = { learningRate: 0.2, batchSize: null, machineSpeed: 4 };
  const hasMachine = kind === 'autopilot' || kind === 'stop';
  return {
    kind,
    minutes: 1,
    rounds: 3,
    fastForward: 5,
    start: 'continue',
    stepSize: 0.25,
    stepPolicy: 'fixed',
    material: null,
    machine: hasMachine ? machine : null,
  };
}

/** The smallest network, with a stage of each kind: everything a class can do, at the least arithmetic. */
function everyStage(): SessionSetup {
  const line = setupOf('line');
  const training = line.data.training.slice(0, 12);
  const kinds = ['guess', 'keep-if-better', 'probe', 'backprop', 'autopilot', 'stop'] as const;
  return { ...line, data: { ...line.data, training }, stages: kinds.map(plan) };
}

/** What simulated classes play. */
export const SETUPS: readonly (() => SessionSetup)[] = [
  once(everyStage),
  once(() => setupOf('line')),
  once(() => setupOf('xor')),
];

function once(make: () => SessionSetup): () => SessionSetup {
  let made: SessionSetup | null = null;
  return () => (made ??= make());
}
