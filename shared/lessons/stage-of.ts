import type { MachineSettings } from '../session/settings.ts';
import type { Lesson } from './lesson.ts';

type StagePlan = Lesson['stages'][number];
type Chosen = Pick<StagePlan, 'kind' | 'minutes' | 'rounds'> & Partial<StagePlan>;

/**
 * A stage as most are: on the lesson's own network and data, from its pinned start, so that stages can be compared;
 * with steps that cool, because steps that stay large keep jumping over the valley.
 */
export function stageOf(chosen: Chosen): StagePlan {
  return {
    fastForward: 0,
    start: 'pinned',
    stepSize: 0.25,
    stepPolicy: 'cooling',
    material: null,
    machine: null,
    ...chosen,
  };
}

/** A machine that looks at every example and takes four steps a second: a vote is answered while it is remembered. */
export function machineAt(learningRate: number): MachineSettings {
  return { learningRate, batchSize: null, machineSpeed: 4 };
}
