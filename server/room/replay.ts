import type { SessionEvent } from '../../shared/session/events.ts';
import { evolve, openedState } from '../../shared/session/evolve.ts';
import type { Roster } from '../../shared/session/roster.ts';
import type { Standing } from './standing.ts';

/** Where a session stands after all its facts. Its clock goes on from its last mark, now. */
export function replay(events: readonly SessionEvent[], roster: Roster, nowMs: number): Standing {
  const [first, ...rest] = events;
  if (first?.type !== 'session-opened') {
    throw new Error(`a session begins with session-opened, this one with ${first?.type ?? 'nothing'}`);
  }
  return {
    state: rest.reduce(evolve, openedState(first)),
    roster,
    version: events.length,
    clockSetAtMs: nowMs,
  };
}
