import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];
/** All that a page's colours can break; the rest is the same in every theme. */
const COLOUR_RULES: { type: 'rule'; values: string[] } = { type: 'rule', values: ['color-contrast'] };

/** What axe finds on the page as it is, one line for each kind of finding; nothing is what we want. */
export async function accessibilityFindings(
  page: Page,
  rules: 'all' | 'colours' = 'all',
): Promise<readonly string[]> {
  // Our pages have no frames: the plain way asks the page itself, four times as fast.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).options({
    runOnly: rules === 'all' ? RULES : COLOUR_RULES,
    resultTypes: ['violations'],
  });
  const { violations } = await builder.analyze();
  return violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ target }) => target.join(' ')).slice(0, 3);
    return `${id}: ${help} (${nodes.length}×, at ${where.join(' | ')}) ${nodes[0]?.failureSummary ?? ''}`;
  });
}
