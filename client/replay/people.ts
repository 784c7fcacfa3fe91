import type { Recording } from '../../shared/recording/recording.ts';
import { seatNumber } from '../../shared/session/ids.ts';
import { EMPTY_ROSTER, nameOf, type Roster } from '../../shared/session/roster.ts';

/** The names a recording came with; without any, people go by their numbers. */
export function rosterOf({ header }: Pick<Recording, 'header'>): Roster {
  const names = header.names ?? [];
  return names.length === 0
    ? EMPTY_ROSTER
    : {
        version: 1,
        names: new Map(names.map(({ seat, name }) => [seatNumber(seat), { name, free: false }])),
      };
}

/** Somebody who ever had a seat. */
export type Person = { readonly seat: number; readonly name: string; readonly isBot: boolean };

/** Everybody of a session, students first; by their seats. */
export function peopleOf(
  recording: Pick<Recording, 'header' | 'stateAt'>,
  roster: Roster,
): readonly Person[] {
  const seats = [...recording.stateAt(recording.header.events).seats.values()];
  const people = seats.map(({ seat, bot }): Person => ({
    seat,
    name: nameOf(roster, seat),
    isBot: bot !== null,
  }));
  return [...people.filter(({ isBot }) => !isBot), ...people.filter(({ isBot }) => isBot)];
}
