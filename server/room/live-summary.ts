import type { Summary } from '../../shared/recording/summary.ts';
import { engineFor, figuresOf } from '../../shared/session/engine.ts';
import { everSat, type SessionState } from '../../shared/session/state.ts';

/** What a list says of a class in memory: as its recording's summary would, without reading its events. */
export function liveSummary(state: SessionState, durationMs: number): Summary {
  const { setup, history, figures } = state;
  const start = figuresOf(engineFor(setup, setup.network), setup.startParameters);
  const seats = [...state.seats.values()].filter(everSat);
  return {
    rounds: history.filter(({ kind }) => kind === 'step').length,
    seats: seats.filter(({ bot }) => bot === null).length,
    bots: seats.filter(({ bot }) => bot !== null).length,
    durationMs,
    lossFirst: start.loss,
    lossLast: figures.loss,
    accuracyFirst: start.accuracy,
    accuracyLast: figures.accuracy,
    stages: history.flatMap(({ kind, stage }) => (kind === 'start' ? [stage.kind] : [])),
  };
}
