/** The server's time, handed to whoever needs it so that tests can turn the hands themselves. */
export type ServerClock = {
  /** Monotonic milliseconds from an arbitrary start: durations and deadlines. It never jumps. */
  readonly nowMs: () => number;
  /** Milliseconds since 1970: dates for people, and what must be compared across restarts. It may jump. */
  readonly wallMs: () => number;
};

export const systemClock: ServerClock = {
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
};
