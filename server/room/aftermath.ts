import type { Logger } from 'pino';
import type { SessionEvent } from '../../shared/session/events.ts';
import type { ServerClock } from '../clock.ts';
import type { Catalogue } from '../journal/catalogue.ts';
import { everSat } from '../../shared/session/state.ts';
import { JournalError } from '../journal/journal.ts';
import { liveSummary } from './live-summary.ts';
import type { Room } from './room.ts';

export type AftermathDeps = {
  readonly catalogue: Pick<
    Catalogue,
    'session' | 'revokeTokens' | 'deleteNames' | 'endSession' | 'saveCounts' | 'saveSummary'
  >;
  readonly clock: ServerClock;
  readonly log: Logger;
};

/** What a session's facts bring with them in the catalogue. */
export type Aftermath = (events: readonly SessionEvent[], room: Room) => void;

/** None of it is waited for: it follows from facts on disk, and a restart does again what an end left undone. */
export function createAftermath(deps: AftermathDeps): Aftermath {
  return (events, room) => {
    const work = events.flatMap((event) => consequences(event, room, deps));
    if (events.some(changesCounts)) work.push(saveCounts(room, deps));
    for (const done of work) done.catch((error: unknown) => complain(error, room, deps.log));
  };
}

/** The end of a session: its code is free to be forgotten, names somebody typed are gone, and the library knows it. */
export async function endSession(room: Room, deps: AftermathDeps): Promise<void> {
  const { catalogue, clock } = deps;
  const { session } = room;
  await catalogue.endSession(session, clock.wallMs());
  room.replaceRoster(await catalogue.deleteNames(session, 'free'));
  const record = await catalogue.session(session);
  if (record !== null) {
    const durationMs = (record.endedAtMs ?? clock.wallMs()) - record.createdAtMs;
    await catalogue.saveSummary(session, liveSummary(room.standing().state, durationMs));
  }
  deps.log.info({ session: room.session, ...countsOf(room) }, 'class ended');
}

function consequences(event: SessionEvent, room: Room, deps: AftermathDeps): Promise<void>[] {
  switch (event.type) {
    case 'seat-left':
      return [deps.catalogue.revokeTokens({ role: 'seat', session: room.session, seat: event.seat })];
    case 'session-ended':
      return [endSession(room, deps)];
    default:
      return [];
  }
}

function changesCounts(event: SessionEvent): boolean {
  switch (event.type) {
    case 'seat-joined':
    case 'seat-admitted':
    case 'step-taken':
    case 'session-ended':
      return true;
    default:
      return false;
  }
}

function saveCounts(room: Room, deps: AftermathDeps): Promise<void> {
  return deps.catalogue.saveCounts(room.session, countsOf(room));
}

/** How many ever sat in the class, and rounds opened. */
export function countsOf(room: Room): { readonly seats: number; readonly rounds: number } {
  const { seats, roundCount } = room.standing().state;
  return { seats: [...seats.values()].filter(everSat).length, rounds: roundCount };
}

function complain(error: unknown, room: Room, log: Logger): void {
  if (error instanceof JournalError)
    log.warn({ session: room.session, reason: error.reason }, 'catalogue not kept up');
  else log.error({ session: room.session, err: error }, 'aftermath failed');
}
