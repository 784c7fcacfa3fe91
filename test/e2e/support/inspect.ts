import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFindings } from './accessibility.ts';
import { THEMES, type Theme } from './browser.ts';
import { layoutFaults } from './layout-faults.ts';
import { picture } from './screenshots.ts';
import { settle } from './settle.ts';

type InspectOptions = {
  /** What the page shows now, as part of the pictures' names. */
  readonly state: string;
  readonly themes?: readonly Theme[];
  /** Whether the page must fit its window in height too, as a projector's must. */
  readonly fitsHeight?: boolean;
};

/** Looks at a page in both themes: nothing cut off or overflowing, nothing axe would complain of, and a picture to keep. */
export async function inspect(
  page: Page,
  { state, themes = THEMES, fitsHeight = false }: InspectOptions,
): Promise<void> {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    await settle(page);
    await picture(page, `${state}-${theme}`);
    expect.soft(await layoutFaults(page, fitsHeight), `layout of ${state}, ${theme}`).toEqual([]);
    const findings = await accessibilityFindings(page, theme === themes[0] ? 'all' : 'colours');
    expect.soft(findings, `accessibility of ${state}, ${theme}`).toEqual([]);
  }
}

/** Looks at a page in windows of several sizes, in its own theme, at its layout alone. */
export async function inspectSizes(
  page: Page,
  state: string,
  sizes: readonly { readonly width: number; readonly height: number }[],
  fitsHeight = false,
): Promise<void> {
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    await settle(page);
    await picture(page, `${state}-${size.width}x${size.height}`);
    const faults = await layoutFaults(page, fitsHeight);
    expect.soft(faults, `layout of ${state} at ${size.width}×${size.height}`).toEqual([]);
  }
  if (before !== null) await page.setViewportSize(before);
}
