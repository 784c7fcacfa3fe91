import type { Lesson } from './lesson.ts';
import { xorStart } from './xor-start.ts';

/** XOR: the smallest problem no single layer can solve. */
export const xorLesson: Lesson = {
  id: 'xor',
  network: xorStart.network,
  data: xorStart.data,
  start: xorStart.parameters,
  stages: [
    {
      kind: 'guess',
      minutes: 4,
      rounds: 3,
      fastForward: 20,
      start: 'pinned',
      stepSize: xorStart.stepSize,
      stepPolicy: 'cooling',
    },
    {
      kind: 'keep-if-better',
      minutes: 5,
      rounds: 3,
      fastForward: 20,
      start: 'pinned',
      stepSize: xorStart.stepSize,
      stepPolicy: 'cooling',
    },
    {
      kind: 'probe',
      minutes: 9,
      rounds: 6,
      fastForward: 10,
      start: 'pinned',
      stepSize: xorStart.stepSize,
      stepPolicy: 'cooling',
    },
    {
      kind: 'backprop',
      minutes: 7,
      rounds: 3,
      fastForward: 10,
      start: 'pinned',
      stepSize: xorStart.stepSize,
      stepPolicy: 'adaptive',
    },
  ],
  settings: {},
  seatCap: 1000,
  parametersPerSeat: 4,
};
