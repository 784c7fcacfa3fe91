/** The server's time, handed to whoever needs it so that tests can turn the hands themselves. */
export type ServerClock = {
  /** Monotonic milliseconds from an arbitrary start: durations and deadlines. It never jumps. */
  readonly nowMs: () => number;
  /** Milliseconds since 1970: dates for people, and what must be compared across restarts. It may jump. */
  readonly wallMs: () => number;
};

/** What passes time, handed over for the same reason. */
export type Timers = {
  /** Runs a task once, so many milliseconds from now. Returns what takes that back. */
  readonly after: (ms: number, task: () => void) => () => void;
};

export const systemTimers: Timers = {
  after: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
};

export function wait({ after }: Timers, ms: number): Promise<void> {
  return new Promise((resolve) => void after(ms, resolve));
}

export const systemClock: ServerClock = {
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
};
