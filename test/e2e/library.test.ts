import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../client/text/language.ts';
import { nudgeAll, openLiveClass, patiently } from '../helpers/live-class.ts';
import { LAPTOP, openClassroom, SMALL_PHONE, type Classroom } from './support/classroom.ts';
import { actsOfOneStory } from './support/in-order.ts';
import { inspect } from './support/inspect.ts';
import { libraryPage, type LibraryPage } from './support/library-page.ts';
import { pictureEverything } from './support/screenshots.ts';
import { TEXTS } from './support/texts.ts';

const SMALL_LAPTOP = { width: 1366, height: 768 };
const KEEP_IF_BETTER = 1;
const PROBE = 2;
const TITLE = '2.º B · clase de la mañana';

describe('the day after the class', () => {
  let room: Classroom;
  let library: LibraryPage;
  let file: Buffer;
  let link: string;
  let reader: Page;

  beforeAll(async () => {
    room = await openClassroom('es', 'light', { reducedMotion: true });
    await playClass(room.server.url);
    library = libraryPage(await room.device(SMALL_LAPTOP), room.text);
  });
  afterAll(() => room.close());
  actsOfOneStory(() => pictureEverything(room.browser));

  /** Looks at a page in both languages, on a laptop and on the smallest phone, in both themes. */
  async function look(page: Page, state: string, languages: readonly Language[] = LANGUAGES): Promise<void> {
    for (const language of languages) {
      if (languages.length > 1) await speak(page, language);
      for (const size of [SMALL_LAPTOP, SMALL_PHONE]) {
        await page.setViewportSize(size);
        await inspect(page, { state: `${state}-${language}-${size.width}` });
      }
    }
    await page.setViewportSize(SMALL_LAPTOP);
    if (languages.length > 1) await speak(page, 'es');
  }

  it('is asked for the key first, and then shows what was played', async () => {
    await library.page.goto('/recordings');
    await library.page.getByLabel(room.text.teacher.signIn.key).fill(room.server.key);
    await library.button(room.text.teacher.signIn.enter).click();
    await library.card('¿Perro o gato?').waitFor();
    expect(await library.cards().count()).toBe(1);
    await look(library.page, 'library');
  });

  it('is given a title and tags, and found by them', async () => {
    await library.rename('¿Perro o gato?', TITLE);
    await library.tag(TITLE, 'Óptica');
    await library.page.reload();
    await library.card(TITLE).waitFor();
    await library.find('optica');
    expect(await library.cards().count()).toBe(1);
    await library.find('perro 2.º b');
    expect(await library.cards().count()).toBe(1);
    await library.find('nada de esto');
    await library.says(room.text.library.nothing('nada de esto')).waitFor();
    await look(library.page, 'library-nothing', ['es']);
    await library.find('');
  });

  it('is told in a report, in both languages', async () => {
    const { library: text, report } = room.text;
    await library.page.getByRole('link', { name: text.card.of(text.card.report, TITLE) }).click();
    await library.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await library.page.getByRole('heading', { name: report.people.title }).waitFor();
    await look(library.page, 'report');
  });

  it('is named in the report only when the teacher ticks it', async () => {
    const { report } = room.text;
    const named = library.page.getByRole('switch', { name: report.names });
    const seats = library.page.getByRole('table').last().getByRole('rowheader');
    expect(await seats.allTextContents()).toEqual([report.people.number(1), report.people.number(2)]);
    await named.click();
    await library.says(report.namesHint).waitFor();
    expect(await seats.first().textContent()).toMatch(/^\p{Lu}\p{L}+ /u);
    await named.click();
    await library.says(report.namesHint).waitFor({ state: 'detached' });
  });

  it('is printed on one or two white pages, whatever the theme of the screen', async () => {
    await library.page.emulateMedia({ colorScheme: 'dark' });
    const printed = await library.page.pdf({ path: 'test-output/report.pdf', preferCSSPageSize: true });
    const pages = printed.toString('latin1').match(/\/Type\s*\/Page\b/gu) ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(1);
    expect(pages.length).toBeLessThanOrEqual(2);
    await library.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const ink = await library.page.evaluate(() => getComputedStyle(document.body).color);
    expect(ink).toBe('rgb(28, 26, 34)');
    await library.page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  it('becomes tables, as spreadsheets in Spanish read them', async () => {
    const { report } = room.text;
    const save = async (words: string): Promise<string> => {
      const [saved] = await Promise.all([
        library.page.waitForEvent('download'),
        library.button(words).click(),
      ]);
      return readFile(await saved.path(), 'utf8');
    };
    const rounds = await save(report.tables.rounds);
    expect(rounds).toMatch(/^\uFEFFround;stage;/u);
    expect(rounds.split('\r\n')[1]).toMatch(/;0,\d+;/u);
    await library.page.getByText(report.tables.ways['comma-point']).click();
    expect((await save(report.tables.rounds)).split('\r\n')[1]).toMatch(/,0\.\d+,/u);
    const all: unknown = JSON.parse(await save(report.tables.json));
    expect(Object.keys(Object(all))).toContain('rounds');
    await library.page.getByRole('link', { name: report.library }).click();
    await library.card(TITLE).waitFor();
  });

  it('is shown by a link to whoever has it, without a key and without names', async () => {
    link = await library.share(TITLE);
    await inspect(library.page, { state: 'library-share' });
    await library.page.keyboard.press('Escape');
    const stranger = await room.device(LAPTOP);
    reader = stranger.page;
    await reader.goto(onThisMachine(link, room.server.url));
    await reader.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    expect(await reader.getByRole('switch', { name: room.text.report.names }).count()).toBe(0);
    expect(await reader.getByRole('link', { name: room.text.report.library }).count()).toBe(0);
    expect(stranger.complaints.faults()).toEqual([]);
  });

  it('is no longer shown once the link is taken back', async () => {
    await library.button(new RegExp(`^${room.text.library.card.share}`, 'u')).click();
    await library
      .dialog()
      .getByRole('button', { name: /^Retirar/u })
      .click();
    await library.dialog().getByText(room.text.library.share.none).waitFor();
    await library.page.keyboard.press('Escape');
    await reader.reload();
    await reader.getByText(room.text.report.noLink).waitFor();
    await inspect(reader, { state: 'report-revoked' });
  });

  it('is taken away as a file, with names only where they are ticked', async () => {
    const saved = await library.download(TITLE, false);
    file = await readFile(await saved.path());
    expect(saved.suggestedFilename()).toMatch(/^2-o?-?b-clase-de-la-manana-.*\.gz$/u);
    expect(namesIn(file)).toBeNull();
    const named = await library.download(TITLE, true);
    expect(namesIn(await readFile(await named.path()))).not.toBeNull();
  });

  it('loses its names and nothing else, when that is asked', async () => {
    const { card, deletingNames } = room.text.library;
    await library.page.getByText(card.named, { exact: true }).waitFor();
    await library.card(TITLE).locator('summary').last().click();
    await library.button(card.deleteNames).click();
    await inspect(library.page, { state: 'library-delete-names' });
    await library.dialog().getByRole('button', { name: deletingNames.confirm }).click();
    await library.says(deletingNames.done).waitFor();
    await library.page.getByText(card.anonymous, { exact: true }).waitFor();
  });

  it('is gone once it is deleted, after a dialog that says what goes with it', async () => {
    const { card, deleting, empty } = room.text.library;
    await library.button(card.delete).click();
    await look(library.page, 'library-delete', ['es']);
    await library.dialog().getByRole('button', { name: deleting.confirm }).click();
    await library.page.getByRole('heading', { name: empty.title }).waitFor();
    await look(library.page, 'library-empty');
  });

  it('comes back from its file; a file that is none says so and leaves nothing', async () => {
    const { import: words } = room.text.library;
    const cut = file.subarray(0, file.length - 40);
    await library.bring([
      { name: 'class.gz', buffer: file },
      { name: 'cut.gz', buffer: cut },
      { name: 'cat.gz', buffer: Buffer.from('not a recording at all') },
    ]);
    await library.says(room.text.httpErrors['recording-truncated'](0)).waitFor();
    await library.says(room.text.httpErrors['not-a-recording'](0)).waitFor();
    await library.says(words.done).waitFor();
    await library.card(TITLE).waitFor();
    expect(await library.cards().count()).toBe(1);
    await look(library.page, 'library-imported', ['es']);
  });

  it('says so when the server is gone, and is there again when it is back', async () => {
    await room.server.crash();
    await library.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await library.says(room.text.library.lost).waitFor();
    await inspect(library.page, { state: 'library-lost' });
    await room.server.restart();
    await library.page.getByText(room.text.library.lost).waitFor({ state: 'detached' });
    expect(await library.cards().count()).toBe(1);
  });

  it('had nothing to complain of', () => {
    expect(library.complaints.faults()).toEqual([]);
    expect(library.complaints.strangers()).toEqual([]);
  });
});

/** Two students and bots, two stages by hand and run ahead, a return, and the end. */
async function playClass(url: string): Promise<void> {
  const klass = await openLiveClass(url, 2, { closeRule: 'teacher' });
  const ask = async (intent: Parameters<typeof klass.teacher.send>[0]): Promise<void> => {
    const answer = await patiently(() => klass.teacher.send(intent));
    if (!answer.ok) throw new Error(`${intent.kind} was refused: ${answer.refusal.code}`);
  };
  await ask({ kind: 'fill-with-bots', seats: 30 });
  for (const stage of [KEEP_IF_BETTER, PROBE]) {
    await klass.enterStage(stage);
    for (let round = 0; round < 3; round++) {
      await klass.reach('nudge');
      for (const pupil of klass.students) await nudgeAll(pupil, round % 2 === 0 ? 1 : -1);
      await klass.reach('adjust');
    }
    const { serial } = klass.teacher.view();
    await ask({ kind: 'fast-forward', expected: serial, rounds: 8 });
    await klass.teacher.until('the rounds that ran ahead', (page) => page.view().serial > serial);
  }
  await ask({ kind: 'end-session' });
  await klass.teacher.until('the end', (page) => page.view().class.activity === 'ended');
  klass.close();
}

async function speak(page: Page, language: Language): Promise<void> {
  await page.getByText(TEXTS.es.common.languages[language], { exact: true }).click();
  await page.locator(`html[lang="${language}"]`).waitFor();
}

/** Links carry the address that other devices use; a test has only this one. */
function onThisMachine(link: string, url: string): string {
  const { pathname, hash } = new URL(link);
  return `${url}${pathname}${hash}`;
}

/** The names in a recording's header, read as anybody could: its text is lines of JSON. */
function namesIn(file: Buffer): unknown {
  const header = gunzipSync(file)
    .toString('utf8')
    .split('\n')
    .find((line) => line.includes('"names"'));
  const names = /"names":(null|\[)/u.exec(header ?? '')?.[1];
  return names === 'null' || names === undefined ? null : names;
}
