import { seatsTouchedBy } from '../../shared/projection/frames.ts';
import { seatView } from '../../shared/projection/seat-view.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import type { SeatNumber } from '../../shared/session/ids.ts';
import { nameOf } from '../../shared/session/roster.ts';
import type { Packet } from './packets.ts';
import type { Standing } from './standing.ts';

export type SeatPacket = { readonly seat: SeatNumber; readonly packet: Packet };

/** What concerns one seat alone goes to that seat, in a message of its own, when it is not as it was. */
export type SeatPost = {
  /** Notes whom these facts touch. */
  readonly note: (events: readonly SessionEvent[], standing: Standing) => void;
  /** Messages for the seats named by a fact: an accepted nudge shows at once at its own seat. */
  readonly collectNamed: (standing: Standing) => readonly SeatPacket[];
  /** The message to a seat as it stands now, for whoever comes to hold it; null for a seat that never was. */
  readonly forHolder: (standing: Standing, seat: SeatNumber) => Packet | null;
  /** Messages for every seat noted. */
  readonly collectAll: (standing: Standing) => readonly SeatPacket[];
};

export function createSeatPost(epoch: number): SeatPost {
  const named = new Set<SeatNumber>();
  let everybody = false;
  /** What each seat's holder was told last. */
  const sent = new Map<SeatNumber, string>();

  function collect(standing: Standing, seats: Iterable<SeatNumber>): readonly SeatPacket[] {
    const packets: SeatPacket[] = [];
    for (const seat of seats) {
      if (!isListening(standing, seat)) continue;
      const view = seatView(standing.state, standing.roster, seat);
      const text = JSON.stringify(view);
      if (view === null || sent.get(seat) === text) continue;
      sent.set(seat, text);
      packets.push({ seat, packet: seatMessage(epoch, standing.version, view) });
    }
    return packets;
  }

  function collectNamed(standing: Standing): readonly SeatPacket[] {
    const seats = [...named];
    named.clear();
    return collect(standing, seats);
  }

  return {
    note: (events, standing) => {
      for (const event of events) {
        const touched = seatsTouchedBy(event, standing.state);
        if (touched === 'all') everybody = true;
        else for (const seat of touched) named.add(seat);
      }
    },
    forHolder: (standing, seat) => {
      const view = seatView(standing.state, standing.roster, seat);
      if (view === null) return null;
      sent.set(seat, JSON.stringify(view));
      return seatMessage(epoch, standing.version, view);
    },
    collectNamed,
    collectAll: (standing) => {
      if (!everybody) return collectNamed(standing);
      everybody = false;
      named.clear();
      return collect(standing, standing.state.seats.keys());
    },
  };
}

/** The message to a seat that waits to be let in; null for any other. */
export function waitingPacket({ state, roster }: Standing, epoch: number, seat: SeatNumber): Packet | null {
  const waiting = state.seats.get(seat);
  if (waiting?.membership !== 'waiting') return null;
  return { name: 'waiting', body: { epoch, name: nameOf(roster, waiting.claims ?? seat) } };
}

function seatMessage(epoch: number, version: number, view: NonNullable<ReturnType<typeof seatView>>): Packet {
  return { name: 'seat', body: { epoch, version, seat: view } };
}

/** Bots have no phone, who is away gets everything on coming back, and who waits on being let in. */
function isListening(standing: Standing, number: SeatNumber): boolean {
  const seat = standing.state.seats.get(number);
  if (seat === undefined || seat.bot !== null || seat.presence !== 'present') return false;
  return seat.membership !== 'waiting';
}
