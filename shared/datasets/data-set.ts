import type { Rng } from '../math/rng.ts';

/** A built-in data set: a mixture of kinds, and what its numbers and its classes are called. */
export type DataSet = {
  /** Text keys of the input neurons, in the features' order. */
  readonly featureNames: readonly string[];
  /** Text keys of the classes; a class is known by its place in this list. */
  readonly classNames: readonly string[];
  readonly kinds: readonly Kind[];
};

/** Examples that belong together: chihuahuas, one arm of a spiral. A class may have several kinds. */
export type Kind = {
  readonly classIndex: number;
  /** What part of the data set is of this kind; the shares of a data set sum to 1. */
  readonly share: number;
  readonly source: KindSource;
};

/** Where a kind's examples come from. */
export type KindSource =
  /**
   * Made up: draws the features of one example, unrounded. `noise` multiplies every spread: 1 is the data set as it
   * was meant, towards 0 the kind shrinks to its middle.
   */
  | { readonly from: 'chance'; readonly draw: (noise: number, rng: Rng) => readonly number[] }
  /** Measured on real things: standardised features with 4 decimals, no two the same. */
  | { readonly from: 'table'; readonly rows: readonly (readonly number[])[] };

/** An example as it was drawn, before its class is coded for a network's output. */
export type DrawnExample = {
  readonly features: readonly number[];
  readonly classIndex: number;
  /** The place of its kind among the data set's kinds. */
  readonly kindIndex: number;
};
