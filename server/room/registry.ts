import type { Logger } from 'pino';
import type { SessionEvent } from '../../shared/session/events.ts';
import type { SessionId } from '../../shared/session/ids.ts';
import type { RefusalCode } from '../../shared/session/refusals.ts';
import { EMPTY_ROSTER } from '../../shared/session/roster.ts';
import type { ServerClock } from '../clock.ts';
import type { Catalogue, SessionRecord } from '../journal/catalogue.ts';
import { JournalError, type Journal } from '../journal/journal.ts';
import type { Ownership } from '../journal/ownership.ts';
import { createAftermath, endSession } from './aftermath.ts';
import { replay } from './replay.ts';
import { ROOM_LIMITS } from './room-limits.ts';
import { createRoom, type Room } from './room.ts';
import type { Standing } from './standing.ts';
import { readEvent, writeEvent, writtenAtMs } from './stored-event.ts';

/** The rooms of this process. */
export type Registry = {
  readonly find: (session: SessionId) => Room | undefined;
  readonly all: () => readonly Room[];
  /** Writes a new session's first facts. Nobody finds its room before `admit`. */
  readonly begin: (session: SessionId, events: readonly SessionEvent[]) => Promise<Room>;
  readonly admit: (room: Room) => void;
  /** Lets go of a class that nobody plays any more, and of everybody in it. */
  readonly forget: (session: SessionId) => Promise<void>;
  /** Opens every session that has not ended, as it was left. One that cannot be opened leaves the others alone. */
  readonly restore: () => Promise<Restored>;
  /** Opens one session that is this server's to play, unless its class has ended or it cannot be opened. */
  readonly adopt: (session: SessionId) => Promise<void>;
  /** Whether a session could not be opened here. */
  readonly isBroken: (session: SessionId) => boolean;
  /** Whether this server plays every class there is. */
  readonly isAlone: boolean;
  /** Lets time pass in every room, also in one that is still being opened: what its store refuses is tried again by that. */
  readonly beat: () => void;
  /** Beats until it is stopped. */
  readonly start: () => () => void;
  /** Finishes what every room has taken in. */
  readonly close: () => Promise<void>;
};

export type Restored = { readonly opened: number; readonly setAside: number };

export type RegistryDeps = {
  readonly journal: Journal;
  readonly catalogue: Catalogue;
  readonly clock: ServerClock;
  readonly log: Logger;
  /** Where several servers share the store: which of them plays what. */
  readonly ownership?: Pick<Ownership, 'node' | 'claim' | 'release'>;
};

export function createRegistry(deps: RegistryDeps): Registry {
  const { journal, catalogue, clock, log, ownership } = deps;
  const rooms = new Map<SessionId, Room>();
  const opening = new Map<SessionId, Promise<void>>();
  /** What nobody finds yet. */
  const beginning = new Set<Room>();
  const broken = new Set<SessionId>();
  const endedMs = new Map<SessionId, number>();
  const filed = createAftermath(deps);

  function roomOf(session: SessionId, epoch: number, start: Standing): Room {
    return createRoom({ store: { session, epoch, journal, catalogue }, clock, log, filed }, start);
  }

  /** By the calendar, which is all that the process before has left of its clock. */
  function ageOf([first]: readonly { readonly json: string }[]): number {
    return first === undefined ? 0 : clock.wallMs() - writtenAtMs(first.json);
  }

  async function reopen(session: SessionId): Promise<void> {
    const { epoch, events } = await journal.open(session);
    const roster = await catalogue.loadRoster(session);
    const facts = events.map(({ json }) => readEvent(json));
    const room = roomOf(session, epoch, replay(facts, roster, clock.nowMs(), ageOf(events)));
    beginning.add(room);
    try {
      await openRoom(room);
    } finally {
      beginning.delete(room);
    }
  }

  async function openRoom(room: Room): Promise<void> {
    if (room.standing().state.activity.kind === 'ended') {
      await endSession(room, deps);
      return;
    }
    const opened = await room.submit({ role: 'room' }, { kind: 'room-opened' });
    if (!opened.ok) throw unopened(room, opened.refusal.code);
    await agreeOnCode(room);
    rooms.set(room.session, room);
  }

  /** Once at a time, whoever asks: opening raises the epoch, and a second one would fence the first. */
  async function reopenOnce(session: SessionId): Promise<void> {
    const running = opening.get(session) ?? reopen(session);
    opening.set(session, running);
    try {
      await running;
      broken.delete(session);
    } catch (error) {
      if (isItsOwnFault(error)) broken.add(session);
      throw error;
    } finally {
      opening.delete(session);
    }
  }

  function find(session: SessionId): Room | undefined {
    const room = rooms.get(session);
    if (room?.life() !== 'moved') return room;
    rooms.delete(session);
    return undefined;
  }

  /** A process that ended between taking a new code and writing that down left a code that only the catalogue knows. */
  async function agreeOnCode(room: Room): Promise<void> {
    const code = (await catalogue.session(room.session))?.code ?? null;
    if (code === null || code === room.standing().state.code) return;
    await room.submit({ role: 'teacher' }, { kind: 'new-code', code });
  }

  /** An ended class can be looked at for a while, and then makes room. */
  function forgetEnded(nowMs: number): void {
    for (const [session, room] of rooms) {
      if (room.standing().state.activity.kind !== 'ended') continue;
      const sinceMs = endedMs.get(session) ?? nowMs;
      endedMs.set(session, sinceMs);
      if (nowMs - sinceMs < ROOM_LIMITS.endedKeptMs) continue;
      rooms.delete(session);
      endedMs.delete(session);
      void room.dismiss();
      letGo(session);
    }
  }

  function beat(): void {
    for (const room of [...rooms.values(), ...beginning]) room.beat();
    forgetEnded(clock.nowMs());
  }

  async function isOurs(session: SessionId): Promise<boolean> {
    return ownership === undefined || (await ownership.claim(session)) === ownership.node;
  }

  /** Not waited for: what a server does not play any more is in nobody's way. */
  function letGo(session: SessionId): void {
    ownership?.release(session).catch((error: unknown) => log.warn({ session, err: error }, 'not released'));
  }

  return {
    find,
    all: () => [...rooms.values()].filter((room) => room.life() !== 'moved'),
    begin: async (session, events) => {
      await ownership?.claim(session);
      const { epoch } = await journal.open(session);
      const texts = events.map((event) => writeEvent(event, clock.wallMs()));
      await journal.append(session, epoch, 1, texts);
      return roomOf(session, epoch, replay(events, EMPTY_ROSTER, clock.nowMs(), 0));
    },
    admit: (room) => {
      rooms.set(room.session, room);
      log.info({ session: room.session, lesson: room.standing().state.setup.lesson }, 'class opened');
    },
    forget: async (session) => {
      const room = rooms.get(session);
      rooms.delete(session);
      endedMs.delete(session);
      await room?.dismiss();
      await ownership?.release(session);
    },
    isAlone: ownership === undefined,
    isBroken: (session) => broken.has(session),
    adopt: async (session) => {
      if (find(session) !== undefined) return;
      try {
        await reopenOnce(session);
      } catch (error) {
        if (!isItsOwnFault(error)) throw error;
        log.error({ session, err: error }, 'session cannot be opened');
      }
    },
    restore: async () => {
      const open: SessionRecord[] = [];
      for (const record of await catalogue.sessions()) {
        if (record.state === 'open' && (await isOurs(record.id))) open.push(record);
      }
      const results = await Promise.allSettled(open.map(({ id }) => reopenOnce(id)));
      const failures = results.flatMap((result, index) =>
        result.status === 'rejected' ? [{ session: open[index]?.id, err: result.reason as unknown }] : [],
      );
      for (const failure of failures) {
        log[isItsOwnFault(failure.err) ? 'error' : 'warn'](failure, 'session cannot be opened');
      }
      return { opened: rooms.size, setAside: failures.length };
    },
    beat,
    start: () => {
      const timer = setInterval(beat, ROOM_LIMITS.beatMs);
      timer.unref();
      return () => clearInterval(timer);
    },
    close: async () => {
      await Promise.all([...rooms.values()].map((room) => room.close()));
    },
  };
}

/** A room that another server took while it was being opened is as good as one that was never this server's. */
function unopened(room: Room, code: RefusalCode): Error {
  return room.life() === 'moved'
    ? new JournalError('fenced', `session ${room.session} was taken while it was opened`)
    : new Error(`the room was read but cannot be written: ${code}`);
}

/** Whether a session cannot be opened for what is in it: trouble with the store passes, and another owner is as good. */
function isItsOwnFault(error: unknown): boolean {
  return !(error instanceof JournalError) || error.reason === 'damaged';
}
