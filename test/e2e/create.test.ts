import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { LAPTOP, openClassroom, SMALL_PHONE, type Classroom } from './support/classroom.ts';
import { inspect, inspectSizes } from './support/inspect.ts';
import { pictureEverything } from './support/screenshots.ts';
import { studentPage } from './support/student-page.ts';
import { teacherPage, type TeacherPage } from './support/teacher-page.ts';
import { TEXTS } from './support/texts.ts';

/** Spanish is looked at by day and English by night. */
const THEME = { es: 'light', en: 'dark' } as const;
const TABLET = { width: 820, height: 1180 };

/** Leaves of three trees, as a spreadsheet in Spanish writes them. */
const ROWS = Array.from({ length: 45 }, (_, index) => {
  const tree = index % 3;
  const length = (4 + 3 * tree + (index % 5) / 10).toFixed(1).replace('.', ',');
  const width = (2 + ((tree * 7) % 4) + (index % 7) / 10).toFixed(1).replace('.', ',');
  return `${length};${width};${['haya', 'roble', 'olmo'][tree]}`;
});
const HEADER = 'largo;ancho;árbol';
const csv = (rows: readonly string[]) => ({
  name: 'hojas.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADER, ...rows].join('\r\n'), 'latin1'),
});

let room: Classroom;
beforeAll(async () => {
  room = await openClassroom('es', 'light', { reducedMotion: true });
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureEverything(room.browser);
});
afterAll(() => room.close());

describe.each(['es', 'en'] as const)('making a lesson, in %s', (language) => {
  const text = TEXTS[language];
  let teacher: TeacherPage;
  let page: Page;

  beforeAll(async () => {
    teacher = teacherPage(await room.device(LAPTOP, { language, theme: THEME[language] }), text);
    ({ page } = teacher);
    await page.goto(`/teach#key=${room.server.key}`);
  });

  const create = () => text.create;
  const upload = async (words: string, file: Parameters<TeacherPage['page']['setInputFiles']>[1]) => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), teacher.button(words).click()]);
    await chooser.setFiles(file as string); // whatever a chooser takes
  };
  const alert = () => page.locator('[role="alert"]');

  it('begins with the lessons to pick from', async () => {
    await teacher.says(text.teacher.home.lessons.xor.about).waitFor();
    expect(await page.getByRole('radio', { checked: true }).count()).toBeGreaterThan(0);
    await inspect(page, { state: `create-pick-${language}`, themes: [THEME[language]] });
    await inspectSizes(page, `create-pick-${language}`, [SMALL_PHONE]);
    await page.getByText(text.teacher.home.lessons.xor.name, { exact: true }).click();
    await teacher.button(create().change).waitFor();
  });

  it('builds one from nothing, and leads to what is missing', async () => {
    await teacher.button(create().build).click();
    await teacher.says(create().builder.fix(1)).waitFor();
    await teacher.button(create().builder.use).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-field'))).toBe('title');
    await page.keyboard.type('Hojas de 3.º B');
    await teacher.says(create().builder.ready).waitFor();
    await inspect(page, { state: `create-build-${language}`, themes: [THEME[language]] });
    await page.getByLabel(create().builder.noise).fill('9');
    await teacher
      .says(create().problem({ field: 'noise', kind: 'out-of-range', least: 0.05, most: 3 }))
      .waitFor();
    await page.getByLabel(create().builder.noise).fill('1');
  });

  it('says what is wrong with a table by its line, and shows it once it is mended', async () => {
    await page.getByLabel(create().builder.source).selectOption({ label: create().builder.table });
    await upload(create().csv.choose, csv(ROWS.with(4, '5,1;ancha;haya')));
    const line = { line: 6, column: 2, name: 'ancho' };
    const said = text.csv.problem({ code: 'no-number', ...line, found: 'ancha' });
    await alert().getByText(said).waitFor();
    await inspect(page, { state: `create-csv-wrong-${language}`, themes: [THEME[language]] });
    await upload(create().csv.another, csv(ROWS));
    await page.getByRole('img', { name: /haya \(9\), roble \(9\), olmo \(9\)/u }).waitFor();
    await page.getByRole('cell', { name: '4,0' }).first().waitFor();
    await inspect(page, { state: `create-csv-${language}`, themes: [THEME[language]] });
    if (language === 'es') await inspectSizes(page, 'create-csv-es', [SMALL_PHONE, TABLET]);
    await teacher.button(create().builder.use).click();
    await page.getByText(create().own, { exact: true }).waitFor();
  });

  it('is the same by link and by file', async () => {
    await page.getByText(create().share).click();
    const link = await page.getByLabel(create().link).inputValue();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      teacher.button(create().saveFile).click(),
    ]);
    expect(download.suggestedFilename()).toBe('hojas-de-3-b.lesson.json');
    const file = await readFile(await download.path());
    const other = await room.device(TABLET, { language });
    await other.page.goto(`/teach#key=${room.server.key}`);
    await other.page.getByText(create().build).waitFor();
    await other.page.goto(link.replace(/^https?:\/\/[^/]+/u, ''));
    await other.page.getByText(create().opened('Hojas de 3.º B')).waitFor();
    expect(new URL(other.page.url()).hash).toBe('');
    await other.page.getByText(create().share).click();
    expect(await other.page.getByLabel(create().link).inputValue()).toBe(link);
    await upload(create().open, { name: 'x.json', mimeType: 'application/json', buffer: file });
    await teacher.says(create().opened('Hojas de 3.º B')).waitFor();
    expect(await page.getByLabel(create().link).inputValue()).toBe(link);
    await upload(create().open, {
      name: 'x.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"id":1}'),
    });
    await teacher.says(create().badFile).waitFor();
  });

  it('opens a class of it, which goes by its title and starts', async () => {
    await page.getByText(text.teacher.home.untimed, { exact: true }).click();
    await teacher.button(text.teacher.home.open).click();
    await page.getByRole('heading', { name: text.teacher.lobby.title }).first().waitFor();
    expect(await page.title()).toBe('Hojas de 3.º B');
    const phone = studentPage(await room.device(SMALL_PHONE, { language, touch: true }), text);
    await phone.page.goto(`/${teacher.code()}`);
    await phone.button(text.join.enter).click();
    await teacher.next(text.teacher.next.start);
    await page.getByText(text.common.stages.guess.name).first().waitFor();
    await teacher.next(text.teacher.next.openRound(1));
  });

  it('is what the next visit begins with', async () => {
    await page.goto('/teach');
    await page.getByText(create().own, { exact: true }).waitFor();
    await page.getByText('Hojas de 3.º B', { exact: true }).first().waitFor();
    expect(room.complaints.faults()).toEqual([]);
    expect(room.complaints.strangers()).toEqual([]);
  });
});
