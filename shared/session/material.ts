import type { DataSplit } from '../datasets/example.ts';
import type { NetworkSpec } from '../network/topology.ts';

/** The data a session is played on, whole, so that a recording needs nothing else to be drawn. */
export type SessionData = DataSplit & {
  readonly id: string;
  /** Text keys that name the input neurons and the classes: ['ears', 'size'], ['cat', 'dog']. */
  readonly featureNames: readonly string[];
  readonly classNames: readonly string[];
};

/** What a stage is played on: a network, its data, and the parameters it starts from. */
export type StageMaterial = {
  readonly network: NetworkSpec;
  readonly data: SessionData;
  /** The pinned start: one number per parameter, in the topology's order. */
  readonly startParameters: readonly number[];
};
