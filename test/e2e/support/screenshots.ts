import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';

const FOLDER = 'test-output';

/** Hundreds of pictures take minutes, and no test looks at them: they are for whoever asks. */
const ARE_KEPT = (process.env['PICTURES'] ?? '') !== '';

/** Keeps a picture of the page as `test-output/NAME.png`, to be looked at, where the environment has PICTURES. */
export async function picture(page: Page, name: string): Promise<void> {
  if (ARE_KEPT) await take(page, name);
}

async function take(page: Page, name: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  // Moving things are let finish where they end; a picture of half a transition says nothing.
  await page.screenshot({ path: `${FOLDER}/${name}.png`, animations: 'disabled', caret: 'hide' });
}

/** Keeps a picture of every page that is open, as `failed-1.png` and so on, whatever the environment says. */
export async function pictureEverything(browser: Browser): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  await Promise.all(pages.map((page, index) => take(page, `failed-${index + 1}`)));
}
