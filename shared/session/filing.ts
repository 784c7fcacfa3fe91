import type { IntentId } from './events.ts';
import type { SeatNumber } from './ids.ts';
import { LIMITS } from './limits.ts';
import { SeatMap } from './seat-map.ts';
import type { Round, SessionState } from './state.ts';

/** What filing any fact of a round needs. */

/** A round in which nothing has happened yet. */
export function newRound(id: number): Round {
  return {
    id,
    phase: { kind: 'predict', layer: 0 },
    opened: new Map(),
    nudges: new Map(),
    guesses: new Map(),
    probed: new Map(),
    nudgeCounts: SeatMap.of(),
    outcome: null,
    descent: null,
    example: null,
    check: null,
  };
}

/** The state with this round running. */
export function withRound(state: SessionState, round: Round): SessionState {
  return state.activity.kind === 'stage' ? { ...state, activity: { ...state.activity, round } } : state;
}

/** The running round if it is the one the fact speaks of. */
export function roundNamed(state: SessionState, id: number): Round | null {
  const round = state.activity.kind === 'stage' ? state.activity.round : null;
  return round?.id === id ? round : null;
}

/** An intent that has been applied, so that its repeat is known for one. */
export function withApplied(state: SessionState, seat: SeatNumber, intent: IntentId): SessionState {
  const known = state.seats.get(seat);
  if (known === undefined) return state;
  const latest = [...(known.applied.get(intent.instance) ?? []), intent.seq].slice(-LIMITS.intentsRemembered);
  const applied = new Map(known.applied).set(intent.instance, latest);
  const [oldest] = applied.keys();
  if (applied.size > LIMITS.pagesRemembered && oldest !== undefined) applied.delete(oldest);
  return { ...state, seats: state.seats.with(seat, { ...known, applied }) };
}
