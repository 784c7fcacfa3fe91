import type { SeatNumber } from './ids.ts';
import { FLAT_GRADIENT, type Nudge } from './nudges.ts';
import type { StageKind } from './stages.ts';
import type { Seat, UphillCount } from './state.ts';

/** Rounds that are looked back at, and how many of them it takes at least before anything is said. */
const ROUNDS_KEPT = 3;
const ROUNDS_LEAST = 2;

/** Whether a seat can know which way is down: elsewhere half of all honest nudges go up. */
export function tellsTheWay(kind: StageKind): boolean {
  return kind === 'probe' || kind === 'backprop';
}

/**
 * Per seat, how many of a round's nudges went up the slope of the error, out of those that could have gone down it.
 * Leaving a weight goes nowhere, and where the error is flat there is no up.
 */
export function uphillCounts(
  nudges: ReadonlyMap<number, ReadonlyMap<SeatNumber, Nudge>>,
  gradient: readonly number[],
): ReadonlyMap<SeatNumber, UphillCount> {
  const counts = new Map<SeatNumber, UphillCount>();
  for (const [parameter, by] of nudges) {
    const slope = gradient[parameter] ?? 0;
    if (Math.abs(slope) < FLAT_GRADIENT) continue;
    for (const [seat, { direction }] of by) {
      if (direction === 0) continue;
      const { nudges: before, uphill } = counts.get(seat) ?? { nudges: 0, uphill: 0 };
      const isUp = Math.sign(direction) === Math.sign(slope);
      counts.set(seat, { nudges: before + 1, uphill: uphill + (isUp ? 1 : 0) });
    }
  }
  return counts;
}

/** What a seat's last rounds look like after one more. */
export function withUphill(before: Seat['uphill'], count: UphillCount): Seat['uphill'] {
  return [...before, count].slice(-ROUNDS_KEPT);
}

/** Whether all that a seat proposed in its last rounds went up: by mistake that is rare, twice in a row already. */
export function keepsGoingUp({ uphill }: Seat): boolean {
  return uphill.length >= ROUNDS_LEAST && uphill.every((round) => round.uphill === round.nudges);
}
