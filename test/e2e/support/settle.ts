import type { Page } from 'playwright-core';

/** Lets everything that moves be where it ends: a colour half way to another is nobody's fault. */
export async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What a change has set off begins with the next frame.
    const frame = (): Promise<unknown> => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    for (const animation of document.getAnimations()) {
      const end = animation.effect?.getComputedTiming().endTime;
      if (typeof end === 'number' && Number.isFinite(end)) animation.finish();
    }
    await frame();
  });
}
