import type { SeatNumber } from './ids.ts';

/** Names live beside the events, never in them, so that they can be deleted by themselves. */
export type Roster = {
  readonly version: number;
  readonly names: ReadonlyMap<SeatNumber, RosterName>;
};

export type RosterName = {
  readonly name: string;
  /** Typed freely by somebody: deleted when the session ends unless the teacher keeps it. */
  readonly free: boolean;
};

export const EMPTY_ROSTER: Roster = { version: 0, names: new Map() };

/** The roster with one more, or another, name. */
export function withName(roster: Roster, seat: SeatNumber, name: RosterName): Roster {
  return { version: roster.version + 1, names: new Map(roster.names).set(seat, name) };
}

/** The roster without the names somebody typed, or without any. */
export function withoutNames({ version, names }: Roster, which: 'free' | 'all'): Roster {
  const kept = which === 'all' ? [] : [...names].filter(([, name]) => !name.free);
  return { version: version + 1, names: new Map(kept) };
}

/** What a seat is called; a seat whose name was deleted is called by its number. */
export function nameOf(roster: Roster, seat: SeatNumber): string {
  return roster.names.get(seat)?.name ?? `#${seat}`;
}
