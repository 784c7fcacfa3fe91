import type { RosterName } from '../../shared/session/roster.ts';
import type { ClassLanguage, TakenSeat } from '../../shared/wire/http.ts';
import type { Answer, WantedName } from '../http/hall.ts';
import type { Catalogue } from '../journal/catalogue.ts';
import { takenNames, type NameDealer } from '../room/names.ts';
import type { Room } from '../room/room.ts';
import { giveSeatToken } from './keys.ts';

export type TakeSeat = (
  room: Room,
  wanted: WantedName,
  language: ClassLanguage,
) => Promise<Answer<TakenSeat>>;

/** Gives newcomers seats. Names promised to those who are just coming in are dealt to nobody else. */
export function createTakeSeat(deps: {
  readonly names: NameDealer;
  readonly catalogue: Pick<Catalogue, 'addToken'>;
}): TakeSeat {
  const promised = new WeakMap<Room, Set<string>>();

  function choose(room: Room, wanted: WantedName, language: ClassLanguage): RosterName | null {
    const { state, roster } = room.standing();
    if (wanted.kind === 'free') return state.settings.freeNames ? { name: wanted.name, free: true } : null;
    const taken = new Set([...takenNames(roster), ...(promised.get(room) ?? [])]);
    const keep = wanted.kind === 'pseudonym' && !taken.has(wanted.name);
    return { name: keep ? wanted.name : deps.names.deal(language, taken), free: false };
  }

  return async (room, wanted, language) => {
    const name = choose(room, wanted, language);
    if (name === null) return { ok: false, error: 'bad-name' };
    const names = promised.get(room) ?? new Set();
    promised.set(room, names.add(name.name));
    try {
      const joined = await room.submit({ role: 'newcomer' }, { kind: 'join', name });
      if (!joined.ok) return refused(joined.refusal);
      const seat = joined.events.find((event) => event.type === 'seat-joined')?.seat;
      if (seat === undefined) throw new Error('a join was accepted and dealt no seat');
      return { ok: true, value: { seat, token: await giveSeatToken(deps.catalogue, room.session, seat) } };
    } finally {
      names.delete(name.name);
    }
  };
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
