import type { Lesson } from './lesson.ts';
import { machineAt, stageOf } from './stage-of.ts';
import { sixteenPoints, STOP_ROUNDS, stopMachine } from './stop-materials.ts';

/** Small enough that nudging at random does not find a way by luck. */
const STEP_SIZE = 0.15;

/** Free play: two moons and every stage, in no hurry and no order. What a lesson of one's own is built from. */
export const freeLesson: Lesson = {
  id: 'free',
  network: { sizes: [2, 4, 1], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' },
  data: { id: 'moons', seed: 730, sizes: { training: 60, validation: 120, test: 120 }, noise: 1 },
  start: [
    -0.27, 0.77, 0.37, 0.21, 0.13, 0.77, 0.82, 0.4, 0.07, -0.26, -0.86, 0.53, 0.21, 0.99, 0.3, -0.3, -0.89,
  ],
  stages: [
    stageOf({ kind: 'guess', minutes: 0, rounds: 3, fastForward: 10, stepSize: STEP_SIZE }),
    stageOf({ kind: 'keep-if-better', minutes: 0, rounds: 3, fastForward: 20, stepSize: STEP_SIZE }),
    stageOf({ kind: 'probe', minutes: 0, rounds: 6, fastForward: 20, stepSize: STEP_SIZE }),
    stageOf({ kind: 'backprop', minutes: 0, rounds: 3, fastForward: 20, stepSize: STEP_SIZE }),
    stageOf({ kind: 'autopilot', minutes: 0, rounds: 60, machine: machineAt(0.05) }),
    stageOf({ kind: 'stop', minutes: 0, rounds: STOP_ROUNDS, material: sixteenPoints, machine: stopMachine }),
    stageOf({ kind: 'test', minutes: 0, rounds: 8, start: 'continue' }),
  ],
  settings: {},
  seatCap: 1000,
  parametersPerSeat: 4,
};
