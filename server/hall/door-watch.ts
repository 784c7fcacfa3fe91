import type { HoldReason } from '../../shared/session/hold-reason.ts';
import type { SeatNumber } from '../../shared/session/ids.ts';
import { seatedSeats, type Membership } from '../../shared/session/state.ts';
import type { ServerClock } from '../clock.ts';
import { INTAKE } from '../limits.ts';
import type { Room } from '../room/room.ts';
import { isDeviceAddress, whyHold } from './crowd.ts';

const { perAddress } = INTAKE.crowd;

/** What the door makes of somebody who wants to come in. */
export type Look =
  | {
      readonly kind: 'come';
      /** Waits for the teacher, whatever the class's setting: somebody was shown out to the same address. */
      readonly waits: boolean;
      /** Why everybody waits from now on. */
      readonly hold: Exclude<HoldReason, 'removals'> | null;
    }
  /** As many from this device wait as may. */
  | { readonly kind: 'later'; readonly ms: number };

/** Remembers, in memory only, which addresses came to which class. What follows for the class is a fact; addresses never are. */
export type DoorWatch = {
  readonly look: (room: Room, address: string) => Look;
  readonly seated: (room: Room, address: string, seat: SeatNumber) => void;
};

type Arrival = { readonly atMs: number; readonly address: string };
type Seen = { arrivals: readonly Arrival[]; readonly seats: Map<string, Set<SeatNumber>> };

export function createDoorWatch(clock: ServerClock): DoorWatch {
  const classes = new WeakMap<Room, Seen>();

  function seenAt(room: Room): Seen {
    const seen = classes.get(room) ?? { arrivals: [], seats: new Map<string, Set<SeatNumber>>() };
    classes.set(room, seen);
    return seen;
  }

  return {
    look: (room, address) => {
      const seen = seenAt(room);
      const { state } = room.standing();
      const fromHere = [...(seen.seats.get(address) ?? [])].map((seat) => state.seats.get(seat)?.membership);
      const isDevice = isDeviceAddress(address);
      if (isDevice && count(fromHere, 'waiting') >= perAddress.waitingPerDeviceMost)
        return { kind: 'later', ms: perAddress.laterMs };
      const sinceMs = clock.nowMs() - perAddress.windowMs;
      seen.arrivals = [
        ...seen.arrivals.filter(({ atMs }) => atMs > sinceMs),
        { atMs: clock.nowMs(), address },
      ];
      return {
        kind: 'come',
        waits: count(fromHere, 'removed') + count(fromHere, 'turned-away') > 0,
        hold: state.settings.approveNewcomers
          ? null
          : whyHold(
              {
                all: seen.arrivals.length,
                fromHere: seen.arrivals.filter((arrival) => arrival.address === address).length,
                isDevice,
                otherDevices: [...seen.seats.keys()].filter((one) => one !== address && isDeviceAddress(one))
                  .length,
              },
              { isInLobby: state.activity.kind === 'lobby', seated: seatedSeats(state).length },
            ),
      };
    },
    seated: (room, address, seat) => {
      const { seats } = seenAt(room);
      seats.set(address, (seats.get(address) ?? new Set()).add(seat));
    },
  };
}

function count(memberships: readonly (Membership | undefined)[], which: Membership): number {
  return memberships.filter((membership) => membership === which).length;
}
