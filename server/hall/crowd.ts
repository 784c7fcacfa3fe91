import type { HoldReason } from '../../shared/session/hold-reason.ts';
import { INTAKE } from '../limits.ts';

const { perAddress } = INTAKE.crowd;
const { perSession } = INTAKE.crowd;

/** Who has joined a class within the last seconds, the one who joins now included. */
export type Arrivals = {
  readonly all: number;
  /** From the address of the one who joins now. */
  readonly fromHere: number;
  /** Whether that address is one device's alone. */
  readonly isDevice: boolean;
  /** How many other devices have joined this class, ever. */
  readonly otherDevices: number;
};

/**
 * Whether this is no class any more: why newcomers should wait from now on, or null. A lobby may fill at once, so only
 * more than any lecture hall has is too many there; while a lesson runs, a class that
 * more than doubles in seconds is. And one
 * device that joins as often as a class does is no class, where others show that every device has its own address.
 */
export function whyHold(
  arrivals: Arrivals,
  klass: { readonly isInLobby: boolean; readonly seated: number },
): Exclude<HoldReason, 'removals'> | null {
  if (
    arrivals.isDevice &&
    arrivals.fromHere > perAddress.devicePerWindow &&
    arrivals.otherDevices >= perAddress.otherDevicesLeast
  )
    return 'one-device';
  const most = klass.isInLobby
    ? perSession.inLobbyMost
    : Math.max(perSession.inLessonLeast, klass.seated - arrivals.all);
  return arrivals.all > most ? 'crowd' : null;
}

/**
 * Whether an address is that of one device: a private IPv4 address, as phones have them in a school's own network, or
 * one of IPv6, which nobody shares. A public IPv4 address may be a whole school's; this computer's own is a proxy's.
 */
export function isDeviceAddress(address: string): boolean {
  if (/^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)/u.test(address)) return true;
  return address.includes(':') && address !== '::1';
}
