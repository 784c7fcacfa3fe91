import type { Lesson } from './lesson.ts';
import { machineAt, stageOf } from './stage-of.ts';
import { xorFlatStart, xorStart } from './xor-start.ts';

/**
 * "XOR: por qué capas", 25 minutes: the class first trains a network without a hidden layer, chooses well, and gets
 * nowhere; then the same points with four neurons between.
 */
export const xorLesson: Lesson = {
  id: 'xor',
  network: xorStart.network,
  data: xorStart.data,
  start: xorStart.parameters,
  stages: [
    stageOf({
      kind: 'probe',
      minutes: 5,
      rounds: 3,
      fastForward: 10,
      material: { network: xorFlatStart.network, data: xorStart.data, start: xorFlatStart.parameters },
    }),
    stageOf({ kind: 'probe', minutes: 7, rounds: 4, fastForward: 20 }),
    stageOf({ kind: 'backprop', minutes: 4, rounds: 2, fastForward: 20 }),
    stageOf({ kind: 'autopilot', minutes: 4, rounds: 60, machine: machineAt(0.05) }),
    stageOf({ kind: 'test', minutes: 2, rounds: 4, start: 'continue' }),
  ],
  settings: {},
  seatCap: 1000,
  parametersPerSeat: 4,
};
