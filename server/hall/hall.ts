import { seatedSeats } from '../../shared/session/state.ts';
import type { CodeInfo, OpenSession } from '../../shared/wire/http.ts';
import { hashToken } from '../auth/tokens.ts';
import type { Answer, Hall } from '../http/hall.ts';
import type { CodeRecord, Grant, SessionRecord } from '../journal/catalogue.ts';
import type { NameDealer } from '../room/names.ts';
import type { Room } from '../room/room.ts';
import { countsOf } from '../room/aftermath.ts';
import { giveKeys } from './keys.ts';
import { openClass, type OpenClassDeps } from './open-class.ts';
import { createTakeSeat } from './take-seat.ts';
import { unlessTheStoreFails } from './unless-the-store-fails.ts';

export type HallDeps = OpenClassDeps & { readonly names: NameDealer };

/** The hall outside the classrooms, as HTTP knows it, over the rooms of this process. */
export function createHall(deps: HallDeps): Hall {
  const { rooms, catalogue, clock } = deps;
  const takeSeat = createTakeSeat(deps);

  /** The room that a code opens now, or what to say instead. */
  async function roomOf(code: string): Promise<Answer<Room>> {
    const record = await catalogue.findCode(code, clock.wallMs());
    if (record === null) return { ok: false, error: 'unknown-code' };
    const room = rooms.find(record.session);
    if (room === undefined || isEnded(room)) return { ok: false, error: 'session-ended' };
    return record.state === 'replaced' ? { ok: false, error: 'code-replaced' } : { ok: true, value: room };
  }

  async function roleOf(token: string): Promise<Grant['role'] | undefined> {
    return (await catalogue.findToken(hashToken(token)))?.role;
  }

  return {
    createSession: (wanted) => unlessTheStoreFails(() => openClass(wanted, deps)),
    openSessions: async () => {
      const records = await catalogue.sessions();
      return records.flatMap((record) => {
        const room = rooms.find(record.id);
        return room === undefined || isEnded(room) ? [] : [openSession(record, room)];
      });
    },
    teacherKeys: (code) =>
      unlessTheStoreFails(async () => {
        const found = await roomOf(code);
        if (!found.ok) return found;
        return { ok: true, value: await giveKeys(catalogue, found.value.session, code) };
      }),
    codeInfo: async (code) => {
      const record = await catalogue.findCode(code, clock.wallMs());
      if (record === null) return null;
      const room = rooms.find(record.session);
      if (room !== undefined) return infoOf(room, record);
      const session = await catalogue.session(record.session);
      return session === null
        ? null
        : { state: 'ended', lesson: session.lesson, language: session.language, freeNames: false };
    },
    takeSeat: (code, name, language, address) =>
      unlessTheStoreFails(async () => {
        const found = await roomOf(code);
        return found.ok ? takeSeat(found.value, name, language, address) : found;
      }),
    invites: async (token) => {
      const role = await roleOf(token);
      return role === 'teacher' || role === 'screen';
    },
    teaches: async (token) => (await roleOf(token)) === 'teacher',
  };
}

function isEnded(room: Room): boolean {
  return room.standing().state.activity.kind === 'ended';
}

function infoOf(room: Room, record: CodeRecord): CodeInfo {
  const { state } = room.standing();
  const { lesson, language } = state.setup;
  return { state: stateOf(room, record), lesson, language, freeNames: state.settings.freeNames };
}

function stateOf(room: Room, record: CodeRecord): CodeInfo['state'] {
  const { state } = room.standing();
  if (state.activity.kind === 'ended') return 'ended';
  if (record.state === 'replaced') return 'replaced';
  if (state.locked) return 'locked';
  return seatedSeats(state).length >= state.setup.seatCap ? 'full' : 'open';
}

function openSession(record: SessionRecord, room: Room): OpenSession {
  const { code } = room.standing().state;
  const { id, lesson, language, createdAtMs } = record;
  return { session: id, code, lesson, language, createdAtMs, ...countsOf(room) };
}
