import type { Locator, Page } from 'playwright-core';
import type { Texts } from './texts.ts';

/** The projector, by what a class can see on it. */
export type ScreenPage = {
  readonly page: Page;
  readonly says: (words: string | RegExp) => Locator;
  /** The error as it is written. */
  readonly error: () => Locator;
  /** The phase that is lit among the round's phases. */
  readonly phase: (words: string) => Locator;
  /** One pip for each who has proposed, or voted, stopped or bet, told to readers as a sentence. */
  readonly progress: (
    proposed: number,
    expected: number,
    what?: keyof Texts['screen']['handedIn'],
  ) => Locator;
};

export function screenPage(page: Page, { screen }: Texts): ScreenPage {
  return {
    page,
    says: (words) => page.getByText(words).first(),
    error: () => page.locator('.figures b.figure').first(),
    phase: (words) => page.locator('[aria-current="step"]').filter({ hasText: words }),
    progress: (proposed, expected, what = 'nudge') =>
      page.getByRole('progressbar', { name: screen.handedIn[what](proposed, expected), exact: true }),
  };
}
