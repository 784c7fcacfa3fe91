/** Where the lesson starts. */
export const petsStart = {
  network: { sizes: [2, 4, 1], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' },
  data: { id: 'pets', seed: 1, sizes: { training: 60, validation: 120, test: 120 }, noise: 1 },
  parameters: [0.3, -0.47, -0.33, 0.23, 0.96, 0.36, -0.1, 0.47, 0, 0, 0, 0, 0.66, 0.19, -0.35, -0.33, 0],
  stepSize: 0.3,
} as const;
