import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { openSqliteStore, type SqliteStore } from '../../server/journal/sqlite.ts';
import type { AudienceName, Packet } from '../../server/room/packets.ts';
import { createRegistry, type Registry } from '../../server/room/registry.ts';
import { ROOM_LIMITS } from '../../server/room/room-limits.ts';
import type { Room } from '../../server/room/room.ts';
import { readEvent } from '../../server/room/stored-event.ts';
import type { Answer } from '../../server/room/entry.ts';
import type { Actor, Command } from '../../shared/session/commands.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import { seatNumber, sessionId, type SeatNumber } from '../../shared/session/ids.ts';
import { openSession } from '../../shared/session/open-session.ts';
import type { SettingsPatch } from '../../shared/session/settings.ts';
import { parametersOf, runningRound, type SessionState } from '../../shared/session/state.ts';
import type { GoneReason } from '../../shared/wire/down.ts';
import { machineSetup } from './machine-lesson.ts';
import { createFakeClock, type FakeClock } from './fake-clock.ts';
import { createFaultyJournal, type FaultyJournal } from './faulty-journal.ts';

export type Heard =
  | { readonly to: AudienceName; readonly packet: Packet; readonly atMs: number }
  | { readonly to: SeatNumber; readonly packet: Packet; readonly atMs: number };

/** A class in a real room on a real store, without sockets: the test turns its clock and spoils its disk. */
export type RoomClass = {
  readonly room: Room;
  readonly rooms: Registry;
  readonly clock: FakeClock;
  readonly disk: FaultyJournal;
  readonly store: SqliteStore;
  readonly state: () => SessionState;
  /** Everything that left the room. */
  readonly heard: Heard[];
  readonly gone: { readonly who: SeatNumber | 'everybody'; readonly reason: GoneReason }[];
  readonly ask: (actor: Actor, command: Command) => Promise<Answer>;
  readonly must: (actor: Actor, command: Command) => Promise<Extract<Answer, { ok: true }>>;
  readonly join: (count: number) => Promise<readonly SeatNumber[]>;
  readonly next: () => Promise<Answer>;
  readonly reach: (phase: 'predict' | 'nudge' | 'adjust') => Promise<void>;
  /** A nudge of a seat's first own parameter. */
  readonly nudge: (seat: SeatNumber, direction?: -1 | 0 | 1) => Promise<Answer>;
  /** Lets time go by, a beat at a time; everything the room asks itself for is done before the next. */
  readonly pass: (ms: number) => Promise<void>;
  readonly facts: () => Promise<readonly SessionEvent[]>;
  /** A process that opens the same store anew. */
  readonly restart: () => Promise<Registry>;
};

export const TEACHER: Actor = { role: 'teacher' };
export const NEWCOMER: Actor = { role: 'newcomer' };
export const ROOM_ITSELF: Actor = { role: 'room' };
/** Half as often as a server does. */
const BEAT_MS = 2 * ROOM_LIMITS.beatMs;
const SILENT = pino({ level: 'silent' });

/** One store for all the classes of a test file: starting its thread takes longer than most classes. */
let shared: { readonly store: SqliteStore; readonly directory: string } | null = null;
let classes = 0;

async function sharedStore(): Promise<SqliteStore> {
  if (shared !== null) return shared.store;
  const directory = mkdtempSync(join(tmpdir(), 'descenso-room-'));
  shared = { directory, store: await openSqliteStore({ directory }) };
  return shared.store;
}

afterAll(async () => {
  if (shared === null) return;
  await shared.store.journal.close();
  rmSync(shared.directory, { recursive: true, force: true });
  shared = null;
});

export async function openRoomClass(settings: SettingsPatch = {}): Promise<RoomClass> {
  const store = await sharedStore();
  classes += 1;
  const clock = createFakeClock();
  const disk = createFaultyJournal(store.journal);
  const rooms = createRegistry({ journal: disk, catalogue: store.catalogue, clock, log: SILENT });
  const room = await beginPets(rooms, store, settings, `KM${1_000 + classes}`);
  const heard: Heard[] = [];
  const gone: RoomClass['gone'] = [];
  room.listen({
    toAudience: (to, packet) => heard.push({ to, packet, atMs: clock.nowMs() }),
    toSeat: (to, packet) => heard.push({ to, packet, atMs: clock.nowMs() }),
    gone: (who, reason) => gone.push({ who, reason }),
    beat: () => undefined,
  });
  let seq = 0;

  const state = (): SessionState => room.standing().state;
  const must: RoomClass['must'] = async (actor, command) => {
    const answer = await room.submit(actor, command);
    if (!answer.ok) throw new Error(`${command.kind} was refused: ${answer.refusal.code}`);
    return answer;
  };
  const next = (): Promise<Answer> => must(TEACHER, { kind: 'next', expected: state().serial });

  return {
    room,
    rooms,
    clock,
    disk,
    store,
    state,
    heard,
    gone,
    ask: room.submit,
    must,
    next,
    join: async (count) => {
      const names = Array.from({ length: count }, (_, i) => ({ name: `Nutria ${i + 1}`, free: false }));
      const joined = await Promise.all(names.map((name) => must(NEWCOMER, { kind: 'join', name })));
      const seats = joined.flatMap(({ events }) =>
        events.flatMap((event) => (event.type === 'seat-joined' ? [event.seat] : [])),
      );
      await Promise.all(seats.map((seat) => must(ROOM_ITSELF, { kind: 'seat-connected', seat })));
      return seats;
    },
    reach: async (phase) => {
      for (let presses = 0; runningRound(state())?.phase.kind !== phase; presses++) {
        if (presses > 20) throw new Error(`the round never reached ${phase}`);
        await next();
      }
    },
    nudge: (seat, direction = 1) =>
      room.submit(
        { role: 'student', seat, intent: { instance: 'test-page', seq: ++seq } },
        {
          kind: 'nudge',
          round: state().roundCount,
          parameter: parametersOf(state().owners, seat)[0] ?? 0,
          direction,
          size: 'normal',
        },
      ),
    pass: async (ms) => {
      for (let left = ms; left > 0; left -= BEAT_MS) {
        clock.advance(Math.min(left, BEAT_MS));
        room.beat();
        await settled(room, disk);
      }
    },
    facts: async () => (await store.journal.read(room.session, 1)).map(({ json }) => readEvent(json)),
    restart: async () => {
      const again = createRegistry({
        journal: store.journal,
        catalogue: store.catalogue,
        clock,
        log: SILENT,
      });
      await again.restore();
      return again;
    },
  };
}

/** Another class of the same lesson, with all stages, on the same server. */
export async function beginPets(
  rooms: Registry,
  store: SqliteStore,
  settings: SettingsPatch,
  code: string,
): Promise<Room> {
  const id = sessionId(`session-${code}`);
  const room = await rooms.begin(id, openSession(machineSetup({ settings }), code));
  await store.catalogue.takeCode(code, id, Date.now());
  await store.catalogue.addSession({ id, lesson: 'pets', language: 'es', createdAtMs: Date.now() });
  rooms.admit(room);
  return room;
}

/**
 * Everything asked before is decided: commands are served in their order, and nobody has seat 10,000. Where the disk
 * does not write there is nothing to wait for but its answer.
 */
async function settled(room: Room, disk: FaultyJournal): Promise<void> {
  const noOne: Command = { kind: 'seat-disconnected', seat: seatNumber(10_000) };
  const patience = new Promise((resolve) => setTimeout(resolve, disk.misbehaves() ? 2 : 300));
  await Promise.race([room.submit(ROOM_ITSELF, noOne), patience]);
}
