import type { MachineSettings } from '../session/settings.ts';
import type { LessonMaterial } from './lesson-problems.ts';

/**
 * A few noisy animals, more neurons than they need, and a start from which sixty steps of a machine show the whole
 * story: new animals get better for some rounds, then worse and worse, while the seen ones get ever better until all
 * are right. Such turns are rare: ten of 60,000 draws would do (`npm run find-start -- stop --data pets`), and none
 * of these hangs on the last digit of the learning rate.
 *
 *                      best round   right then   right after 60   validation after 60, as a multiple of its best
 *     fourteenAnimals          10         0.85             0.69   1.69   (1.60 and 1.78 with a slower and a faster machine)
 *     eighteenAnimals           9         0.88             0.77   1.67   (1.47 and 1.82)
 *     sixteenAnimals           16         0.96             0.86   1.85   (1.71 and 2.03)
 *     sixteenPoints             7         0.89             0.74   2.43   (2.23 and 2.56)
 *
 * Held by test/shared/lessons/stop.test.ts.
 */
export const stopMachine: MachineSettings = { learningRate: 0.5, batchSize: null, machineSpeed: 1 };
export const STOP_ROUNDS = 60;

/** For the standard lesson: the steepest fall of right answers. */
export const fourteenAnimals: LessonMaterial = {
  network: { sizes: [2, 6, 1], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' },
  data: {
    id: 'pets',
    seed: 4839,
    sizes: { training: 14, validation: 120, test: 120 },
    noise: 1.6,
  },
  start: [
    0.25, -1.52, 1.88, -1.45, 1.88, -0.19, 0.76, 0.21, -1.19, 1.7, -0.86, 2.31, -2, 0.58, 0.46, 0.25, -0.33,
    1.24, 0.84, 1.94, 0.1, -1.84, 0.78, 1.07, 1.53,
  ],
};

/** For a lesson about stopping: the turn comes early … */
export const eighteenAnimals: LessonMaterial = {
  network: { sizes: [2, 6, 1], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' },
  data: {
    id: 'pets',
    seed: 2558,
    sizes: { training: 18, validation: 120, test: 120 },
    noise: 1.4,
  },
  start: [
    0.17, -0.59, -0.2, -0.91, -0.28, -1.02, -1.4, -1.33, -0.43, -1.29, 0.68, -1.31, -1.53, 1.01, -0.27, 1.36,
    -0.25, -0.29, -1.49, 0.54, -0.27, -1.49, 0.87, -0.89, 1.56,
  ],
};

/** … and in the next network late: what was the right round there is the wrong one here. */
export const sixteenAnimals: LessonMaterial = {
  network: { sizes: [2, 8, 1], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' },
  data: {
    id: 'pets',
    seed: 220,
    sizes: { training: 16, validation: 120, test: 120 },
    noise: 1,
  },
  start: [
    0.32, -1.04, 1.73, -0.14, 0.4, -1.3, 0.16, -0.99, 1.19, 1.33, 1.47, 1.93, 1.76, -1.46, -1.16, -1.44,
    -0.16, -1.52, 1.55, 0.14, -1.97, -1.95, 1.92, -1.58, -0.14, -0.74, -0.65, -1.38, 0.43, 0.33, -0.94, 1.92,
    0.35,
  ],
};

/** For free play: two moons, and the deepest turn of all. */
export const sixteenPoints: LessonMaterial = {
  network: { sizes: [2, 6, 1], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' },
  data: { id: 'moons', seed: 3187, sizes: { training: 16, validation: 120, test: 120 }, noise: 1.4 },
  start: [
    2.38, 1.54, -0.46, -2.08, 0.65, 1.29, 0.08, -1.3, -0.16, -0.03, 0.77, 2.14, 1.36, 2.3, -0.09, -1.16,
    -1.92, -0.41, 0.75, 0.32, 2.26, 0.42, -0.69, -1.39, 0.95,
  ],
};
