/// <reference lib="dom" />
import type { CDPSession, Page } from 'playwright-core';
import { openSlowPage } from './slow-page.ts';

/** What one stretch of an animation took, per figure shown. */
export type FrameCosts = {
  readonly frames: number;
  readonly fps: number;
  /** Share of frames that came later than a sixtieth of a second after the one before. */
  readonly lateShare: number;
  /** Processor time of the page's main thread per frame, throttling included; the rest of a frame is drawing it. */
  readonly mainMs: number;
  readonly scriptMs: number;
  readonly styleMs: number;
  readonly layoutMs: number;
};

export type Projector = {
  readonly page: Page;
  /** Watches the page for a while. */
  readonly measure: (ms: number) => Promise<FrameCosts>;
  readonly close: () => Promise<void>;
};

/** A sixtieth of a second, and as much again of a clock's grain as decides nothing. */
const ON_TIME_MS = 1_000 / 60 + 1.5;

/** The projector's page in a browser whose main thread is so many times slower than this machine. */
export async function openProjector(address: string, throttle: number): Promise<Projector> {
  const { browser, page, devtools } = await openSlowPage(address, throttle, { width: 1920, height: 1080 });
  // Processor time, not the time of the wall: others on this machine are none of the page's business.
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    page,
    measure: async (ms) => {
      const before = await timesOf(devtools);
      const gaps = await page.evaluate(countFrames, ms);
      const after = await timesOf(devtools);
      const perFrame = (name: keyof Times): number => ((after[name] - before[name]) * 1_000) / gaps.length;
      return {
        frames: gaps.length,
        fps: (gaps.length * 1_000) / gaps.reduce((sum, gap) => sum + gap, 0),
        lateShare: gaps.filter((gap) => gap > ON_TIME_MS).length / gaps.length,
        mainMs: perFrame('TaskDuration'),
        scriptMs: perFrame('ScriptDuration'),
        styleMs: perFrame('RecalcStyleDuration'),
        layoutMs: perFrame('LayoutDuration'),
      };
    },
    close: () => browser.close(),
  };
}

type Times = Readonly<
  Record<'TaskDuration' | 'ScriptDuration' | 'RecalcStyleDuration' | 'LayoutDuration', number>
>;

/** Seconds since the page was opened. */
async function timesOf(devtools: CDPSession): Promise<Times> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  const found = new Map(metrics.map(({ name, value }) => [name, value]));
  const of = (name: keyof Times): number => found.get(name) ?? Number.NaN;
  return {
    TaskDuration: of('TaskDuration'),
    ScriptDuration: of('ScriptDuration'),
    RecalcStyleDuration: of('RecalcStyleDuration'),
    LayoutDuration: of('LayoutDuration'),
  };
}

/** Runs in the page: milliseconds between one frame and the next, for as long as asked. */
function countFrames(ms: number): Promise<number[]> {
  return new Promise((resolve) => {
    const gaps: number[] = [];
    let last: number | null = null;
    let endMs = Infinity;
    const frame = (nowMs: number): void => {
      if (last === null) endMs = nowMs + ms;
      else gaps.push(nowMs - last);
      last = nowMs;
      if (nowMs >= endMs) resolve(gaps);
      else requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}
