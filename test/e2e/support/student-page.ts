import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Device } from './browser.ts';
import { SOON } from './soon.ts';
import type { Texts } from './texts.ts';

export type Way = 'lower' | 'leave' | 'raise';

/** A student's phone, by what can be seen and tapped on it. */
export type StudentPage = Device & {
  /** Comes by the address alone and types the code; resolves with the pseudonym that was dealt. */
  readonly joinWith: (code: string) => Promise<string>;
  /** The same where the class is no more in its lobby. */
  readonly enterWith: (code: string) => Promise<string>;
  readonly heading: (words: string) => Locator;
  readonly says: (words: string | RegExp) => Locator;
  readonly button: (words: string) => Locator;
  readonly choice: (way: Way) => Locator;
  readonly size: (words: string) => Locator;
  /** The tick: only there when the server has the proposal. */
  readonly tick: () => Locator;
  readonly propose: (way: Way) => Promise<void>;
  /** The error as it is written. */
  readonly error: () => Locator;
};

export function studentPage(device: Device, { common, join, student }: Texts): StudentPage {
  const { page } = device;
  const heading = (words: string): Locator => page.getByRole('heading', { name: words }).first();
  const button = (words: string): Locator => page.getByRole('button', { name: words, exact: true });
  const choices = page.getByRole('group', { name: common.nudgeQuestion });
  const choice = (way: Way): Locator => choices.getByRole('button', { name: common[way] });
  const tick = (): Locator => page.getByText(common.accepted, { exact: true });
  return {
    ...device,
    heading,
    button,
    choice,
    tick,
    enterWith,
    says: (words) => page.getByText(words).first(),
    size: (words) => page.getByRole('radio', { name: words }),
    error: () => page.locator('.loss b.figure').first(),
    propose: async (way) => {
      await choice(way).click();
      // The tick of an earlier choice may stand there still; it must be the tick of this one.
      const isAccepted = async (): Promise<boolean> =>
        (await tick().count()) > 0 && (await choice(way).getAttribute('aria-pressed')) === 'true';
      await expect.poll(isAccepted, SOON).toBe(true);
    },
    joinWith: async (code) => {
      const dealt = await enterWith(code);
      await heading(student.inside).waitFor();
      return dealt;
    },
  };

  async function enterWith(code: string): Promise<string> {
    await page.goto('/');
    await page.getByLabel(join.code).fill(code);
    const name = page.getByLabel(join.name);
    await page.waitForFunction(
      (field) => field instanceof HTMLInputElement && field.value !== '',
      await name.elementHandle(),
    );
    const dealt = await name.inputValue();
    await button(join.enter).click();
    return dealt;
  }
}
