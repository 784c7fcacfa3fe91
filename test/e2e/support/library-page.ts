import type { Download, Locator } from 'playwright-core';
import type { Device } from './browser.ts';
import type { Texts } from './texts.ts';

/** The library of recordings, by what can be seen, pressed and typed on it. */
export type LibraryPage = Device & {
  readonly open: (key: string) => Promise<void>;
  readonly cards: () => Locator;
  readonly card: (title: string) => Locator;
  readonly button: (words: string | RegExp) => Locator;
  readonly says: (words: string | RegExp) => Locator;
  readonly dialog: () => Locator;
  readonly find: (query: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly tag: (title: string, tag: string) => Promise<void>;
  /** Makes a link that opens the report, and says what it is. */
  readonly share: (title: string) => Promise<string>;
  /** Takes the recording away as a file. */
  readonly download: (title: string, names: boolean) => Promise<Download>;
  readonly bring: (files: readonly { readonly name: string; readonly buffer: Buffer }[]) => Promise<void>;
};

export function libraryPage(device: Device, { library, download: downloading }: Texts): LibraryPage {
  const { page } = device;
  const button = (words: string | RegExp): Locator =>
    page.getByRole('button', { name: words, exact: typeof words === 'string' });
  const dialog = (): Locator => page.getByRole('dialog');
  const card = (title: string): Locator => page.getByRole('article', { name: title, exact: true });
  const of = library.card.of;
  return {
    ...device,
    button,
    dialog,
    card,
    cards: () => page.getByRole('article'),
    says: (words) => page.getByText(words).first(),
    open: async (key) => {
      await page.goto(`/recordings#key=${key}`);
      await page.getByRole('heading', { level: 1, name: library.title }).waitFor();
    },
    find: (query) => page.getByLabel(library.search).fill(query),
    rename: async (from, to) => {
      await button(of(library.rename.start, from)).click();
      await page.getByLabel(library.rename.label, { exact: true }).fill(to);
      await page.keyboard.press('Enter');
      await card(to).waitFor();
    },
    tag: async (title, tag) => {
      await card(title).getByRole('button', { name: library.tags.addLabel }).click();
      await page.getByLabel(library.tags.addLabel).fill(tag);
      await page.keyboard.press('Enter');
      await card(title)
        .getByRole('button', { name: library.tags.find(tag), exact: true })
        .waitFor();
    },
    share: async (title) => {
      await button(of(library.card.share, title)).click();
      await dialog().getByRole('button', { name: library.share.create }).click();
      await dialog().getByText(library.share.report, { exact: true }).click();
      return dialog().getByLabel(library.share.link, { exact: true }).inputValue();
    },
    download: async (title, names) => {
      await button(of(library.card.download, title)).click();
      if (names) await dialog().getByRole('checkbox', { name: downloading.names }).check();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        dialog().getByRole('button', { name: downloading.button, exact: true }).click(),
      ]);
      await dialog().waitFor({ state: 'detached' });
      return download;
    },
    bring: async (files) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        button(library.import.button).click(),
      ]);
      await chooser.setFiles(
        files.map(({ name, buffer }) => ({ name, buffer, mimeType: 'application/gzip' })),
      );
    },
  };
}
