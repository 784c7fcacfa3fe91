import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { ServerClock } from '../clock.ts';
import { MEASURE_LIMITS } from './measure-limits.ts';
import type { Measures } from './measures.ts';
import { recentQuantile } from './recent-quantile.ts';

/** How late this process gets to what is due. */
export type EventLoop = {
  /** How late work that was due came, 99 times in 100, lately. */
  readonly delayP99Ms: () => number;
  readonly stop: () => void;
};

const NANOSECONDS = 1e6;

export function watchEventLoop(measures: Pick<Measures, 'stalled'>, clock: ServerClock): EventLoop {
  const { sampleEveryMs, windowMs, lookEveryMs, stallMs } = MEASURE_LIMITS;
  const histogram = monitorEventLoopDelay({ resolution: sampleEveryMs });
  const recent = recentQuantile(histogram);
  histogram.enable();
  let lookedMs = clock.nowMs();
  const look = setInterval(() => {
    const lateMs = clock.nowMs() - lookedMs - lookEveryMs;
    lookedMs = clock.nowMs();
    if (lateMs > stallMs) measures.stalled(lateMs);
  }, lookEveryMs);
  const turn = setInterval(recent.turn, windowMs);
  return {
    // The histogram counts the time from one sample to the next; only what is beyond the plan is delay.
    delayP99Ms: () => Math.max(0, recent.p99() / NANOSECONDS - sampleEveryMs),
    stop: () => {
      histogram.disable();
      clearInterval(look);
      clearInterval(turn);
    },
  };
}
