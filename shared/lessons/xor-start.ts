/**
 * Where the lesson starts; the start was chosen as in pets-start.ts. Accuracy on the validation points, means of
 * 100 classes of 30:
 *
 *     stage            start   3 rounds   10     20
 *     guess             0.49     0.45    0.47   0.48   below 0.65 in 92 of 100
 *     keep-if-better    0.49     0.45    0.52   0.62   12 of 20 rounds taken back
 *     probe, 20 % wrong 0.49     0.67    0.91   0.98   at least 0.80 in all
 *     backprop          0.49     0.63    0.93   0.99   without a mistake
 */
export const xorStart = {
  network: { sizes: [2, 4, 1], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' },
  data: { id: 'xor', seed: 1, sizes: { training: 60, validation: 120, test: 120 }, noise: 1 },
  parameters: [
    -1.16, -0.14, -1.14, 0.58, -1.12, -0.91, -0.92, -0.6, 0.58, -0.69, -1.16, 0.7, 0.61, -1.08, -0.42, -0.96,
    -0.5,
  ],
} as const;

/**
 * The same points for a network without a hidden layer: it answers like a coin at first and can get at most three
 * corners of four. From here there is some way down, so that the class sees the error fall and then stand.
 */
export const xorFlatStart = {
  network: { sizes: [2, 1], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' },
  parameters: [0.1, 1.4, 0.3],
} as const;
