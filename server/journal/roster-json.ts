import * as v from 'valibot';
import { seatNumber, type SeatNumber } from '../../shared/session/ids.ts';
import type { Roster, RosterName } from '../../shared/session/roster.ts';

const namesSchema = v.array(v.strictObject({ seat: v.number(), name: v.string(), free: v.boolean() }));

/** A roster's names as they are kept. */
export function encodeNames(roster: Roster): string {
  return JSON.stringify([...roster.names].map(([seat, { name, free }]) => ({ seat, name, free })));
}

/** The roster that was kept. A text that is none, as after damage to the file, leaves seats without names. */
export function decodeNames(version: number, text: string): Roster {
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), namesSchema), text);
  if (!parsed.success) return { version, names: new Map() };
  const names = parsed.output.map(({ seat, name, free }): [SeatNumber, RosterName] => [
    seatNumber(seat),
    { name, free },
  ]);
  return { version, names: new Map(names) };
}
