import type { Lesson } from './lesson.ts';
import { petsStart } from './pets-start.ts';
import { machineAt, stageOf } from './stage-of.ts';
import { fourteenAnimals, STOP_ROUNDS, stopMachine } from './stop-materials.ts';

/** "Perro o gato", 40 minutes with the five of the lobby: the standard lesson. Rounds and minutes are those of the table in docs/lessons.md. */
export const petsLesson: Lesson = {
  id: 'pets',
  network: petsStart.network,
  data: petsStart.data,
  start: petsStart.parameters,
  stages: [
    stageOf({ kind: 'guess', minutes: 4, rounds: 3, fastForward: 20 }),
    stageOf({ kind: 'keep-if-better', minutes: 5, rounds: 3, fastForward: 20 }),
    stageOf({ kind: 'probe', minutes: 9, rounds: 6, fastForward: 20 }),
    stageOf({ kind: 'backprop', minutes: 7, rounds: 3, fastForward: 20 }),
    stageOf({ kind: 'autopilot', minutes: 4, rounds: 60, machine: machineAt(0.02) }),
    stageOf({
      kind: 'stop',
      minutes: 4,
      rounds: STOP_ROUNDS,
      material: fourteenAnimals,
      machine: stopMachine,
    }),
    stageOf({ kind: 'test', minutes: 2, rounds: 5, start: 'continue' }),
  ],
  settings: {},
  seatCap: 1000,
  parametersPerSeat: 4,
};
