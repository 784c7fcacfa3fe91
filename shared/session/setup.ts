import type { DataSplit } from '../datasets/example.ts';
import type { NetworkSpec } from '../network/topology.ts';
import type { Settings } from './settings.ts';
import type { StagePlan } from './stages.ts';

/** The data a session is played on, whole, so that a recording needs nothing else to be drawn. */
export type SessionData = DataSplit & {
  readonly id: string;
  /** Text keys that name the input neurons and the classes: ['ears', 'size'], ['cat', 'dog']. */
  readonly featureNames: readonly string[];
  readonly classNames: readonly string[];
};

/** Everything that is settled when a session opens. */
export type SessionSetup = {
  readonly lesson: string;
  readonly language: 'es' | 'en';
  readonly network: NetworkSpec;
  readonly data: SessionData;
  /** The pinned start: one number per parameter, in the topology's order. */
  readonly startParameters: readonly number[];
  readonly stages: readonly StagePlan[];
  readonly settings: Settings;
  /** Feeds every chance of the session: bots, caretakers, random rounds. */
  readonly seed: number;
  readonly seatCap: number;
  /** Most parameters one student holds; the caretaker minds what is left over. */
  readonly parametersPerSeat: number;
};
