import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';

const FOLDER = 'test-output';

/** Keeps a picture of the page as `test-output/NAME.png`, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  // Moving things are let finish where they end; a picture of half a transition says nothing.
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled', caret: 'hide' });
}

/** Keeps a picture of every page that is open, as `failed-1.png` and so on. */
export async function pictureEverything(browser: Browser): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.all(pages.map((page, index) => picture(page, `failed-${index + 1}`)));
}
