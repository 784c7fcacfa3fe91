import type { Actor } from '../../shared/session/commands.ts';
import type { SeatNumber } from '../../shared/session/ids.ts';
import { claimable } from '../../shared/session/newcomers.ts';
import type { RosterName } from '../../shared/session/roster.ts';
import type { ClassLanguage, TakenSeat } from '../../shared/wire/http.ts';
import type { ServerClock } from '../clock.ts';
import type { Answer, WantedName } from '../http/hall.ts';
import type { Catalogue } from '../journal/catalogue.ts';
import { takenNames, type NameDealer } from '../room/names.ts';
import type { Room } from '../room/room.ts';
import { ageOf } from '../room/standing.ts';
import { createDoorWatch } from './door-watch.ts';
import { giveSeatToken } from './keys.ts';

export type TakeSeat = (
  room: Room,
  wanted: WantedName,
  language: ClassLanguage,
  address: string,
) => Promise<Answer<TakenSeat>>;

const ROOM_ITSELF: Actor = { role: 'room' };

/** Gives newcomers seats. Names promised to those who are just coming in are dealt to nobody else. */
export function createTakeSeat(deps: {
  readonly names: NameDealer;
  readonly catalogue: Pick<Catalogue, 'addToken'>;
  readonly clock: ServerClock;
  readonly isFull: () => boolean;
}): TakeSeat {
  const door = createDoorWatch(deps.clock);
  const promised = new WeakMap<Room, Set<string>>();

  function choose(room: Room, wanted: WantedName, language: ClassLanguage): RosterName | null {
    const { state, roster } = room.standing();
    if (wanted.kind === 'free') return state.settings.freeNames ? { name: wanted.name, free: true } : null;
    const taken = new Set([...takenNames(roster), ...(promised.get(room) ?? [])]);
    const keep = wanted.kind === 'pseudonym' && !taken.has(wanted.name);
    return { name: keep ? wanted.name : deps.names.deal(language, taken), free: false };
  }

  return async (room, wanted, language, address) => {
    if (deps.isFull()) return { ok: false, error: 'server-busy' };
    const look = door.look(room, address);
    if (look.kind === 'later') return { ok: false, error: 'slow-down', ms: look.ms };
    const claims = wanted.kind === 'was' ? seatCalled(room, wanted.name) : null;
    if (wanted.kind === 'was' && claims === null) return { ok: false, error: 'unknown-seat' };
    const name = choose(room, wanted, language);
    if (name === null) return { ok: false, error: 'bad-name' };
    const names = promised.get(room) ?? new Set();
    promised.set(room, names.add(name.name));
    try {
      // Ahead in the same queue: whoever tipped it over waits as well.
      if (look.hold !== null) void room.submit(ROOM_ITSELF, { kind: 'hold-newcomers', why: look.hold });
      const atMs = ageOf(room.standing(), deps.clock.nowMs());
      const joined = await room.submit(
        { role: 'newcomer' },
        { kind: 'join', name, waits: look.waits, claims, atMs },
      );
      if (!joined.ok) return refused(joined.refusal);
      const seat = joined.events.find((event) => event.type === 'seat-joined')?.seat;
      if (seat === undefined) throw new Error('a join was accepted and dealt no seat');
      door.seated(room, address, seat);
      return { ok: true, value: { seat, token: await giveSeatToken(deps.catalogue, room.session, seat) } };
    } finally {
      names.delete(name.name);
    }
  };
}

/** The seat of an absent student of that name, however it is written; null where there is none. */
function seatCalled(room: Room, name: string): SeatNumber | null {
  const { state, roster } = room.standing();
  const wanted = fold(name);
  const found = [...roster.names].find(
    ([seat, known]) => fold(known.name) === wanted && claimable(state, seat) !== null,
  );
  return found?.[0] ?? null;
}

function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

function refused({
  code,
  ms,
}: {
  readonly code: Extract<Answer<never>, { ok: false }>['error'];
  readonly ms?: number;
}) {
  return ms === undefined ? ({ ok: false, error: code } as const) : ({ ok: false, error: code, ms } as const);
}
