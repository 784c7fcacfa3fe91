import type { Locator, Page } from 'playwright-core';
import type { StageKind } from '../../../shared/session/stages.ts';
import type { Device, Size } from './browser.ts';
import type { Texts } from './texts.ts';

/** The teacher's console, by what can be seen, pressed and typed on it. */
export type TeacherPage = Device & {
  /** Comes by the link that the start prints, and opens a class whose rounds have no clock. */
  readonly openClass: (key: string) => Promise<string>;
  /** The class's code, from the address. */
  readonly code: () => string;
  readonly openProjector: (size: Size) => Promise<Page>;
  readonly button: (words: string) => Locator;
  readonly says: (words: string | RegExp) => Locator;
  /** Waits until the one big button says these words, and presses it. */
  readonly next: (words: string) => Promise<void>;
  readonly enterStage: (kind: StageKind) => Promise<void>;
  /** A line of the class table. */
  readonly row: (name: string) => Locator;
  readonly openSeat: (name: string) => Promise<Locator>;
  /** The error as it is written. */
  readonly error: () => Locator;
  readonly dialog: () => Locator;
};

export function teacherPage(device: Device, { common, teacher }: Texts): TeacherPage {
  const { page } = device;
  const button = (words: string): Locator => page.getByRole('button', { name: words, exact: true });
  const dialog = (): Locator => page.getByRole('dialog');
  const code = (): string => new URL(page.url()).pathname.split('/')[2] ?? '';
  const row = (name: string): Locator =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('button', { name: teacher.table.open(name), exact: true }) });
  return {
    ...device,
    button,
    dialog,
    code,
    row,
    says: (words) => page.getByText(words).first(),
    error: () => page.locator('.loss b.figure').first(),
    openClass: async (key) => {
      await page.goto(`/teach#key=${key}`);
      await page.getByText(teacher.home.untimed, { exact: true }).click();
      await button(teacher.home.open).click();
      await page.getByRole('heading', { name: teacher.lobby.title }).first().waitFor();
      return code();
    },
    openProjector: async (size) => {
      const [projector] = await Promise.all([
        page.waitForEvent('popup'),
        page.getByRole('button', { name: teacher.bar.screen }).click(),
      ]);
      await projector.setViewportSize(size);
      return projector;
    },
    next: (words) => page.locator('.dock').getByRole('button', { name: words, exact: true }).click(),
    enterStage: async (kind) => {
      const { name } = common.stages[kind];
      await page.getByRole('navigation').getByRole('button', { name }).click();
      await dialog()
        .getByRole('button', { name: teacher.stages.enter(name) })
        .click();
      await page.getByRole('heading', { name: teacher.intro(name) }).waitFor();
    },
    openSeat: async (name) => {
      await page.getByRole('button', { name: teacher.table.open(name), exact: true }).click();
      return dialog();
    },
  };
}
