import type { Lesson } from './lesson.ts';
import { machineAt, stageOf } from './stage-of.ts';

/**
 * "Una recta", 10 minutes with the two of the lobby: the smallest network there is, one weight and one bias, held by the whole class. Its answer
 * is a straight line, its error a bowl (the output is linear and the error squared), so the curve on a phone is the
 * whole story: one lowest point, and a slope that says which way it lies. At the start the line lies far too low, every
 * dog is taken for a puppy, and that is right for half of them.
 */
export const lineLesson: Lesson = {
  id: 'line',
  network: { sizes: [1, 1], hidden: 'tanh', output: 'linear', loss: 'half-squared-error' },
  data: { id: 'line', seed: 1, sizes: { training: 40, validation: 60, test: 60 }, noise: 1 },
  start: [-0.4, -1.4],
  stages: [
    stageOf({ kind: 'probe', minutes: 4, rounds: 4, fastForward: 8, stepSize: 0.4 }),
    stageOf({ kind: 'backprop', minutes: 2, rounds: 1, fastForward: 20, stepSize: 0.4 }),
    stageOf({ kind: 'autopilot', minutes: 2, rounds: 40, machine: machineAt(0.05) }),
  ],
  settings: {},
  seatCap: 1000,
  parametersPerSeat: 1,
};
