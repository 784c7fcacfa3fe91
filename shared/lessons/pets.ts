import type { Lesson } from './lesson.ts';
import { petsStart } from './pets-start.ts';

/** "Perro o gato": the standard lesson. Rounds and minutes are those of the table in docs/lessons.md. */
export const petsLesson: Lesson = {
  id: 'pets',
  network: petsStart.network,
  data: petsStart.data,
  start: petsStart.parameters,
  stages: [
    {
      kind: 'guess',
      minutes: 4,
      rounds: 3,
      fastForward: 20,
      start: 'pinned',
      stepSize: petsStart.stepSize,
      stepPolicy: 'cooling',
    },
    {
      kind: 'keep-if-better',
      minutes: 5,
      rounds: 3,
      fastForward: 20,
      start: 'pinned',
      stepSize: petsStart.stepSize,
      stepPolicy: 'cooling',
    },
    {
      kind: 'probe',
      minutes: 9,
      rounds: 6,
      fastForward: 10,
      start: 'pinned',
      stepSize: petsStart.stepSize,
      stepPolicy: 'cooling',
    },
    {
      kind: 'backprop',
      minutes: 7,
      rounds: 3,
      fastForward: 10,
      start: 'pinned',
      stepSize: petsStart.stepSize,
      stepPolicy: 'adaptive',
    },
  ],
  settings: {},
  seatCap: 1000,
  parametersPerSeat: 4,
};
