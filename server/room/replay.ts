import type { SessionEvent } from '../../shared/session/events.ts';
import { evolve, openedState } from '../../shared/session/evolve.ts';
import type { Roster } from '../../shared/session/roster.ts';
import type { Standing } from './standing.ts';

/**
 * Where a session stands after all its facts. Its clock goes on from its last mark, now.
 *
 * @param ageMs how long ago it opened, as far as the server's calendar can be trusted: never less than its facts say
 */
export function replay(
  events: readonly SessionEvent[],
  roster: Roster,
  nowMs: number,
  ageMs: number,
): Standing {
  const [first, ...rest] = events;
  if (first?.type !== 'session-opened') {
    throw new Error(`a session begins with session-opened, this one with ${first?.type ?? 'nothing'}`);
  }
  const state = rest.reduce(evolve, openedState(first));
  const joined = [...state.seats.values()].map(({ joinedAtMs }) => joinedAtMs ?? 0);
  return {
    state,
    roster,
    version: events.length,
    clockSetAtMs: nowMs,
    openedAtMs: nowMs - Math.max(ageMs, ...joined),
  };
}
