/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import type { TeacherView } from '../../shared/projection/views.ts';
import { joinAs } from '../bots/member.ts';
import { startOwnServer } from '../bots/own-server.ts';
import { ask, openClass, reach } from './class-at-hand.ts';
import { quantile, rounded } from '../lib/figures.ts';
import { printLine } from './load/bench-line.ts';
import { openSlowPage } from './slow-page.ts';

/** A phone of ten years ago beside the machine a developer has. */
const THROTTLE = 6;
const STAGE_WITH_PROBES = 2;
const TAPS = 60;
/** A seat may nudge sixty times a round, and five times a second. */
const BETWEEN_TAPS_MS = 300;
const PHONE = { width: 360, height: 740 };
const BOTS = 29;

/** How soon a weak phone shows that it was tapped: from the touch to the next picture, as the browser itself counts it. */
export async function benchInput(json: boolean): Promise<void> {
  const server = await startOwnServer();
  try {
    const { code, teacherToken } = await openClass(server.url, server.key);
    const teacher = await joinAs<TeacherView>(server.url, 'teacher', { code, token: teacherToken });
    const { browser, page } = await openSlowPage(server.url, THROTTLE, PHONE);
    try {
      await page.locator('input').first().fill(code);
      await page.waitForFunction(() =>
        [...document.querySelectorAll('input')].every(({ value }) => value !== ''),
      );
      await page.getByRole('button', { name: 'Entrar', exact: true }).click();
      await teacher.until((view) => view.class.present === 1);
      await ask(teacher, { kind: 'fill-with-bots', seats: BOTS + 1 });
      await ask(teacher, { kind: 'enter-stage', expected: teacher.view().serial, stage: STAGE_WITH_PROBES });
      await reach(teacher, 'nudge');
      const choices = page.locator('[role="group"] button[aria-pressed]');
      await choices.first().waitFor();
      await page.evaluate(watchInput);
      for (let tap = 0; tap < TAPS; tap++) {
        await choices.nth(tap % 3).click();
        await page.waitForTimeout(BETWEEN_TAPS_MS);
      }
      const durations = await inputTimes(page);
      printLine(
        {
          bench: 'input',
          throttle: THROTTLE,
          taps: TAPS,
          p50Ms: quantile(durations, 0.5),
          p95Ms: quantile(durations, 0.95),
          maxMs: rounded(Math.max(...durations)),
        },
        json,
      );
    } finally {
      await browser.close();
      teacher.leave();
    }
  } finally {
    await server.stop();
  }
}

/** Runs in the page: keeps how long every click took until it could be seen (web.dev/articles/inp). */
function watchInput(): void {
  const kept: number[] = [];
  Object.assign(globalThis, { inputTimes: kept });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (entry.name === 'click') kept.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: false } as PerformanceObserverInit);
}

function inputTimes(page: Page): Promise<number[]> {
  return page.evaluate(() => (globalThis as unknown as { inputTimes: number[] }).inputTimes);
}
