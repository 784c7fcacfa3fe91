import { execFileSync } from 'node:child_process';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';

export type SlowPage = { readonly browser: Browser; readonly page: Page; readonly devtools: CDPSession };

/** A page in a browser of its own, whose main thread is so many times slower than this machine. */
export async function openSlowPage(
  address: string,
  throttle: number,
  viewport: { readonly width: number; readonly height: number },
): Promise<SlowPage> {
  const executablePath = execFileSync('sh', ['-c', 'command -v chromium-headless-shell'], {
    encoding: 'utf8',
  }).trim();
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage({ viewport, locale: 'es-MX' });
  // What runs the scripts from their sources marks functions with a helper of its own, which the page does not have.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named;' });
  await page.goto(address);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  return { browser, page, devtools };
}
