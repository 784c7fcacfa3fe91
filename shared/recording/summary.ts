import type { StageKind } from '../session/stages.ts';

/** A session in a line, for the library's cards. */
export type Summary = {
  /** Steps taken, those taken back and run ahead included. */
  readonly rounds: number;
  /** Students who ever had a seat. */
  readonly seats: number;
  readonly bots: number;
  /** From the first event to the last. */
  readonly durationMs: number;
  readonly lossFirst: number;
  readonly lossLast: number;
  /** On the examples seen, as `loss` is. */
  readonly accuracyFirst: number;
  readonly accuracyLast: number;
  /** Stages in the order they were entered; one that was entered again counts again. */
  readonly stages: readonly StageKind[];
};
