import type { Lesson } from './lesson.ts';
import { petsStart } from './pets-start.ts';
import { machineAt, stageOf } from './stage-of.ts';
import { eighteenAnimals, sixteenAnimals, STOP_ROUNDS, stopMachine } from './stop-materials.ts';

/**
 * "¿Cuándo paramos?", 20 minutes with the three of the lobby: what training is, in short, and then twice the same
 * question. The second turn comes at another round than the first, so that nobody takes a number home for an answer.
 */
export const stopLesson: Lesson = {
  id: 'stop',
  network: petsStart.network,
  data: petsStart.data,
  start: petsStart.parameters,
  stages: [
    stageOf({ kind: 'autopilot', minutes: 3, rounds: 60, machine: machineAt(0.5) }),
    stageOf({
      kind: 'stop',
      minutes: 6,
      rounds: STOP_ROUNDS,
      material: eighteenAnimals,
      machine: stopMachine,
    }),
    stageOf({
      kind: 'stop',
      minutes: 5,
      rounds: STOP_ROUNDS,
      material: sixteenAnimals,
      machine: stopMachine,
    }),
    stageOf({ kind: 'test', minutes: 3, rounds: 6, start: 'continue', material: sixteenAnimals }),
  ],
  settings: {},
  seatCap: 1000,
  parametersPerSeat: 4,
};
