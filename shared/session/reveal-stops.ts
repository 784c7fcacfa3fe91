import { lineage, type LineagePoint } from './lineage.ts';
import type { StopsRevealed } from './machine-events.ts';
import type { SessionState } from './state.ts';
import { counts } from './waiting.ts';

/**
 * What was hidden while the machine ran: where it should have stopped, how that shows (the gap between new and seen
 * examples, the rounds since without an improvement) and where the class stopped.
 */
export function revealStops(state: SessionState, round: number): readonly StopsRevealed[] {
  const points = lineage(state.history);
  const last = points[points.length - 1];
  const best = points.reduce<LineagePoint | undefined>(
    (so, point) => (so === undefined || lossOf(point) < lossOf(so) ? point : so),
    undefined,
  );
  if (last === undefined || best === undefined) return [];
  return [
    {
      type: 'stops-revealed',
      round,
      seen: points.map(({ figures }) => figures.loss),
      validation: points.map(lossOf),
      best: { round: best.stage.roundsPlayed, loss: lossOf(best), point: best.place },
      gap: lossOf(last) - last.figures.loss,
      patience: last.stage.roundsPlayed - best.stage.roundsPlayed,
      stops: countedStops(state),
    },
  ];
}

function lossOf({ figures }: LineagePoint): number {
  return figures.validationLoss;
}

function countedStops(state: SessionState): StopsRevealed['stops'] {
  const ballot = state.activity.kind === 'stage' ? state.activity.ballot : null;
  if (ballot?.kind !== 'stops') return [];
  const counted = new Map<number, number>();
  for (const [seat, round] of ballot.stops) {
    if (counts(state.seats.get(seat))) counted.set(round, (counted.get(round) ?? 0) + 1);
  }
  return [...counted].sort(([one], [other]) => one - other).map(([round, count]) => ({ round, count }));
}
