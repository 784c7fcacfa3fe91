import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
/** All that a page's colours can break; the rest is the same in every theme. */
const COLOUR_RULES: { type: 'rule'; values: string[] } = { type: 'rule', values: ['color-contrast'] };

/** What axe finds on the page as it is, one line for each kind of finding; nothing is what we want. */
export async function accessibilityFindings(
  page: Page,
  rules: 'all' | 'colours' = 'all',
): Promise<readonly string[]> {
  // Half a megabyte of script: read into a page once, and not again for every look at it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults, RunOptions>(
    // Named in the page by its own source above.
    (options) => (window as unknown as { axe: typeof axe }).axe.run(options),
    { runOnly: rules === 'all' ? RULES : COLOUR_RULES, resultTypes: ['violations'] },
  );
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ target }) => target.join(' ')).slice(0, 3);
    return `${id}: ${help} (${nodes.length}×, at ${where.join(' | ')}) ${nodes[0]?.failureSummary ?? ''}`;
  });
}
