import type { DataSplit } from '../datasets/example.ts';
import type { NetworkSpec } from '../network/topology.ts';
import type { StageFacts } from './events.ts';
import type { Settings } from './settings.ts';
import type { StagePlan } from './stages.ts';

/** The data a session is played on, whole, so that a recording needs nothing else to be drawn. */
export type SessionData = DataSplit & {
  readonly id: string;
  /** Text keys that name the input neurons and the classes: ['ears', 'size'], ['cat', 'dog']. */
  readonly featureNames: readonly string[];
  readonly classNames: readonly string[];
};

/** The moment of another session's recording that a session goes on from. */
export type SessionOrigin = {
  /** Id of the session that was recorded, and how many of its events had happened. */
  readonly recording: string;
  readonly version: number;
  /** The last round it had played by then; null before its first. */
  readonly round: number | null;
  /** The stage as it stood: what the first `next` enters instead of the lesson's first stage. */
  readonly facts: Omit<StageFacts, 'owners'>;
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
  /** Null for a session that begins at the beginning. */
  readonly origin: SessionOrigin | null;
};
