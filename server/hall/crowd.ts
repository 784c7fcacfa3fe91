import type { HoldReason } from '../../shared/session/hold-reason.ts';
import { INTAKE } from '../limits.ts';

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
 * more than any lecture hall has is too many there; while a lesson runs, a class that doubles in seconds is. And one
 * device that joins as often as a class does is no class, where others show that every device has its own address.
 */
export function whyHold(
  arrivals: Arrivals,
  klass: { readonly isInLobby: boolean; readonly seated: number },
): Exclude<HoldReason, 'removals'> | null {
  const { devicePerWindow, otherDevicesLeast } = INTAKE.crowd.perAddress;
  const { inLobbyMost, inLessonLeast } = INTAKE.crowd.perSession;
  if (arrivals.isDevice && arrivals.fromHere > devicePerWindow && arrivals.otherDevices >= otherDevicesLeast)
    return 'one-device';
  const most = klass.isInLobby ? inLobbyMost : Math.max(inLessonLeast, klass.seated);
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
