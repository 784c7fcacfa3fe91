import type { ServerClock } from '../../server/clock.ts';

/** A clock whose hands the test turns. */
export type FakeClock = ServerClock & {
  /** Time goes by. */
  readonly advance: (ms: number) => void;
  /** The machine sleeps: only the date goes on, as where the monotonic clock stops meanwhile. */
  readonly sleep: (ms: number) => void;
};

export function createFakeClock(): FakeClock {
  let nowMs = 1_000;
  let wallMs = Date.UTC(2026, 8, 1, 9);
  return {
    nowMs: () => nowMs,
    wallMs: () => wallMs,
    advance: (ms) => {
      nowMs += ms;
      wallMs += ms;
    },
    sleep: (ms) => {
      wallMs += ms;
    },
  };
}
