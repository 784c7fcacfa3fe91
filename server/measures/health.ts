import { createHistogram } from 'node:perf_hooks';
import type { HealthFigures } from '../../shared/wire/health.ts';
import type { ServerClock } from '../clock.ts';
import { MEASURE_LIMITS } from './measure-limits.ts';
import { UNMEASURED, type Measures } from './measures.ts';
import { recentQuantile } from './recent-quantile.ts';

/** How the server fares just now, for whoever stands in front of a class. */
export type Health = {
  readonly measures: Measures;
  readonly figures: () => HealthFigures;
  readonly stop: () => void;
};

export type HealthDeps = {
  readonly clock: ServerClock;
  readonly eventLoopDelayP99Ms: () => number;
};

export function createHealth({ clock, eventLoopDelayP99Ms }: HealthDeps): Health {
  const answers = createHistogram();
  const recent = recentQuantile(answers);
  const dropped = recentCount();
  const standstills = recentCount();
  let connections = 0;
  /** Appends under way by when they began: the oldest comes first. */
  const appends = new Set<{ readonly sinceMs: number }>();
  let storeFails = false;
  const turn = setInterval(() => {
    recent.turn();
    dropped.turn();
    standstills.turn();
  }, MEASURE_LIMITS.windowMs);

  function isSaving(): boolean {
    const [oldest] = appends;
    return storeFails || (oldest !== undefined && clock.nowMs() - oldest.sinceMs > MEASURE_LIMITS.savingMs);
  }

  return {
    measures: {
      ...UNMEASURED,
      came: () => {
        connections += 1;
      },
      went: () => {
        connections -= 1;
      },
      answered: (_outcome, ms) => answers.record(Math.max(1, Math.round(ms))),
      droppedSlow: dropped.add,
      appending: () => {
        const append = { sinceMs: clock.nowMs() };
        appends.add(append);
        return (outcome) => {
          appends.delete(append);
          storeFails = outcome !== 'done';
        };
      },
      stalled: standstills.add,
    },
    figures: () => ({
      eventLoopDelayMs: Math.round(eventLoopDelayP99Ms()),
      answerMs: recent.p99(),
      saving: isSaving(),
      slowDropped: dropped.count(),
      standstills: standstills.count(),
      connections,
      memoryMegabytes: Math.round(process.memoryUsage.rss() / 1e6),
    }),
    stop: () => clearInterval(turn),
  };
}

/** How often something happened lately. */
function recentCount(): {
  readonly add: () => void;
  readonly count: () => number;
  readonly turn: () => void;
} {
  let last = 0;
  let now = 0;
  return {
    add: () => {
      now += 1;
    },
    count: () => last + now,
    turn: () => {
      last = now;
      now = 0;
    },
  };
}
