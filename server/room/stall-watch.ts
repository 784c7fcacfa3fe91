import type { ServerClock } from '../clock.ts';
import { ROOM_LIMITS } from './room-limits.ts';

/** Time that passed without the server: the process was stopped, or the whole machine slept. */
export type Stall = {
  /** By the monotonic clock, which some machines stop while they sleep. */
  readonly ms: number;
  /** So long that nobody knows what the class did meanwhile. */
  readonly slept: boolean;
};

/** Notices, on waking, that the server was away. Whoever acts asks first, so that no deadline is judged by lost time. */
export function createStallWatch(clock: ServerClock): { readonly notice: () => Stall | null } {
  let lastMs = clock.nowMs();
  let lastWallMs = clock.wallMs();
  return {
    notice: () => {
      const gapMs = clock.nowMs() - lastMs;
      const wallGapMs = clock.wallMs() - lastWallMs;
      lastMs += gapMs;
      lastWallMs += wallGapMs;
      const slept = Math.max(gapMs, wallGapMs) > ROOM_LIMITS.sleptMs;
      return gapMs > ROOM_LIMITS.stallMs || slept
        ? { ms: Math.max(0, gapMs - ROOM_LIMITS.beatMs), slept }
        : null;
    },
  };
}
