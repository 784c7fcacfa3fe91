import { newInstance } from './instance.ts';
import { openLine } from './line.ts';
import { watchPage, type WakeEvents } from './wake.ts';

/** What a link needs of the page it lives in: a way out, time, chance, and word of sleep and waking. */
export type Page = {
  readonly openLine: typeof openLine;
  /** Monotonic milliseconds. */
  readonly nowMs: () => number;
  /** Calls back once, after so many milliseconds. Returns what takes that back. */
  readonly after: (ms: number, run: () => void) => () => void;
  /** Uniform in [0, 1). */
  readonly chance: () => number;
  readonly newInstance: () => string;
  readonly watch: (events: WakeEvents) => () => void;
};

export const BROWSER_PAGE: Page = {
  openLine,
  nowMs: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  chance: () => Math.random(),
  newInstance,
  watch: watchPage,
};
