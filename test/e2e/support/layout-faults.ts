import type { Page } from 'playwright-core';

/** What sticks out of the window, and what is cut off where it stands, one line each. */
export async function layoutFaults(page: Page, fitsHeight: boolean): Promise<readonly string[]> {
  const size = page.viewportSize();
  if (size === null) throw new Error('the page has no window of its own');
  return page.evaluate(findFaults, { ...size, fitsHeight });
}

/** Runs in the page. */
function findFaults(window: {
  readonly width: number;
  readonly height: number;
  readonly fitsHeight: boolean;
}): readonly string[] {
  const root = document.documentElement;
  const faults: string[] = [];
  if (root.scrollWidth > window.width) faults.push(`the page is ${root.scrollWidth}px wide`);
  if (window.fitsHeight && root.scrollHeight > window.height) {
    faults.push(`the page is ${root.scrollHeight}px tall`);
  }
  const dialog = document.querySelector('dialog[open]');
  if (dialog !== null && dialog.scrollWidth > dialog.clientWidth) {
    faults.push(`the dialog is ${dialog.scrollWidth}px wide inside ${dialog.clientWidth}px`);
  }
  for (const element of document.querySelectorAll(
    'button, h1, h2, h3, p, dt, dd, td, th, label, summary, a',
  )) {
    const style = getComputedStyle(element);
    const isHidden = !element.checkVisibility() || element.closest('.visually-hidden') !== null;
    if (isHidden || style.overflowX === 'visible' || style.display === 'inline') continue;
    if (element.scrollWidth > element.clientWidth + 1) faults.push(`cut off: ${element.textContent?.trim()}`);
  }
  return faults;
}
