import type { StageKind } from '../session/stages.ts';
import { everSat, type SessionState } from '../session/state.ts';
import type { TimelinePoint } from './timeline.ts';

/** A session in a line, for the library's cards. */
export type Summary = {
  /** Steps taken, those taken back, run ahead or of the practice included. */
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

/** One end of a session: the state then, and when that was. */
export type Moment = { readonly state: SessionState; readonly atMs: number };

export function summaryOf(first: Moment, last: Moment, timeline: readonly TimelinePoint[]): Summary {
  const seats = [...last.state.seats.values()].filter(everSat);
  return {
    rounds: timeline.filter(({ kind }) => kind === 'step').length,
    seats: seats.filter(({ bot }) => bot === null).length,
    bots: seats.filter(({ bot }) => bot !== null).length,
    durationMs: Math.max(0, last.atMs - first.atMs),
    lossFirst: first.state.figures.loss,
    lossLast: last.state.figures.loss,
    accuracyFirst: first.state.figures.accuracy,
    accuracyLast: last.state.figures.accuracy,
    stages: timeline.flatMap(({ kind, stageKind }) => (kind === 'start' ? [stageKind] : [])),
  };
}
