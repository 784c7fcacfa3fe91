/** One thing the network looks at: its features and the truth. */
export type Example = {
  /** Standardised features, one per input neuron, rounded to 4 decimals. */
  readonly features: readonly number[];
  /** One number per output neuron: +1 / −1 for tanh, 0 / 1 for sigmoid, one-hot for softmax. */
  readonly target: readonly number[];
};

/** A data set cut in three. Training is what the class sees; validation is new; test is kept to the end. */
export type DataSplit = {
  readonly training: readonly Example[];
  readonly validation: readonly Example[];
  readonly test: readonly Example[];
};
