import type { HealthReading } from '../../shared/wire/health.ts';
import type { ServerClock } from '../clock.ts';
import { watchEventLoop } from './event-loop.ts';
import { createHealth } from './health.ts';
import { judge } from './light.ts';
import { tellAll, type Measures } from './measures.ts';
import { createPrometheus, type MetricsPage } from './prometheus.ts';

/** What measures one server, for the parts that tell and for whoever asks. */
export type Measuring = {
  readonly measures: Measures;
  readonly metrics: () => Promise<MetricsPage>;
  readonly health: () => HealthReading;
  readonly stop: () => void;
};

export function startMeasuring(clock: ServerClock, openClasses: () => number): Measuring {
  const loop = watchEventLoop({ stalled: (ms) => measures.stalled(ms) }, clock);
  const health = createHealth({ clock, eventLoopDelayP99Ms: loop.delayP99Ms });
  const prometheus = createPrometheus({ openClasses, eventLoopDelayP99Ms: loop.delayP99Ms });
  const measures = tellAll([health.measures, prometheus.measures]);
  return {
    measures,
    metrics: prometheus.page,
    health: () => judge(health.figures()),
    stop: () => {
      loop.stop();
      health.stop();
    },
  };
}
