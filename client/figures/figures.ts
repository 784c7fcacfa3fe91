import type { Example } from '../../shared/datasets/example.ts';
import type { NetworkSpec } from '../../shared/network/topology.ts';

/** What the pictures are of: one network, the examples it is asked about, and the window they are seen through. */
export type FiguresSubject = {
  readonly network: NetworkSpec;
  readonly examples: readonly Example[];
  /** Standardised features shown on either side of 0. */
  readonly range: number;
  /** Cells along each side of a picture. */
  readonly size: number;
};

/** What one set of parameters looks like. */
export type Figures = {
  /**
   * Picture after picture, as shared/network/grid.ts lays them out: the inputs, each layer's neurons, the output
   * last; each `size` × `size`, scaled so that −1 is the low end of a neuron's answers and 1 the high end.
   */
  readonly pictures: Float32Array;
  /** Example after example, one answer per output neuron. */
  readonly answers: Float32Array;
};

/** To the worker: first a subject, then as many sets of parameters as one likes. */
export type FiguresRequest =
  | { readonly kind: 'subject'; readonly subject: FiguresSubject }
  | { readonly kind: 'parameters'; readonly parameters: readonly number[] };
