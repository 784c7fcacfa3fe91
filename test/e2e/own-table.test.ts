import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCsv } from '../../shared/datasets/csv/read-csv.ts';
import { buildLesson } from '../../shared/lessons/build-lesson.ts';
import { usualDraft, usualStage } from '../../shared/lessons/usual-draft.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import { openClassroom, SMALL_PHONE, type Classroom } from './support/classroom.ts';
import { actsOfOneStory } from './support/in-order.ts';
import { inspect, inspectSizes } from './support/inspect.ts';
import { pictureEverything } from './support/screenshots.ts';
import type { StudentPage } from './support/student-page.ts';

const STAGES = ['probe', 'backprop', 'stop', 'test'] as const;
const FEATURES = [
  'Longitud del pétalo en milímetros (cm)',
  'Año de plantación',
  'Ñandúes por hectárea',
  'pH',
  'Temperatura media de la estación',
  'Niño/a más próximo',
];
const CLASSES = [
  'Árbol de hoja caduca mediterráneo',
  'Ciprés común',
  'Encina',
  'Ñire de la Patagonia austral',
];
const WIDE = { width: 1280, height: 720 };
const CUPBOARD = { width: 1024, height: 768 };

/** Four clouds along six axes, as a spreadsheet in Spanish writes them. */
function tableFile(): Uint8Array {
  const rows = Array.from({ length: 240 }, (_, row) => {
    const kind = row % CLASSES.length;
    const figures = FEATURES.map((__, column) => {
      const middle = 20 * (column + 1) + 6 * Math.cos(kind * 2 + column);
      return (middle + 5 * Math.sin(row * (column + 1.7))).toFixed(2).replace('.', ',');
    });
    return [...figures, CLASSES[kind]].join(';');
  });
  return new TextEncoder().encode([[...FEATURES, 'clase'].join(';'), ...rows].join('\r\n'));
}

function lessonOfTable(): Lesson {
  const reading = readCsv(tableFile());
  if (!reading.ok) throw new Error(`the table should be read: ${JSON.stringify(reading.problems)}`);
  const usual = usualDraft();
  const built = buildLesson({
    ...usual,
    title: 'Los árboles de 3.º B',
    data: {
      ...usual.data,
      source: { kind: 'table', table: reading.table },
      sizes: { training: 80, validation: 60, test: 60 },
    },
    layers: [6],
    answer: { output: 'softmax', loss: 'categorical-cross-entropy' },
    stages: STAGES.map((kind, key) => usualStage(kind, key)),
  });
  if (built.kind !== 'lesson') throw new Error(`it should be a lesson: ${JSON.stringify(built.problems)}`);
  return built.lesson;
}

describe('a class of a teacher’s own table, with six features and four classes of long names', () => {
  let room: Classroom;
  let klass: LiveClass;
  let screen: Page;
  let phone: StudentPage;

  beforeAll(async () => {
    room = await openClassroom('es', 'light', { reducedMotion: true });
    const byHand = { closeRule: 'teacher', roundSeconds: null } as const;
    klass = await openLiveClass(room.server.url, 1, byHand, lessonOfTable());
    screen = (await room.device(WIDE)).page;
    await screen.goto(`/screen/${klass.keys.code}#${klass.keys.screenToken}`);
    phone = await room.phone(SMALL_PHONE);
    await phone.joinWith(klass.keys.code);
    await klass.teacher.send({ kind: 'fill-with-bots', seats: 6 });
  });
  afterAll(async () => {
    klass.close();
    await room.close();
  });
  actsOfOneStory(() => pictureEverything(room.browser));

  const says = (words: string | RegExp): Promise<void> => screen.getByText(words).first().waitFor();
  const enter = (kind: (typeof STAGES)[number]): Promise<void> => klass.enterStage(STAGES.indexOf(kind));
  const press = async (): Promise<void> => {
    const { serial } = klass.teacher.view();
    await klass.next();
    await klass.teacher.until('the next phase', ({ view }) => view().serial > serial);
  };
  const ahead = (rounds: number): Promise<unknown> =>
    klass.teacher.send({ kind: 'fast-forward', expected: klass.teacher.view().serial, rounds });
  async function look(state: string): Promise<void> {
    await inspect(screen, { state: `table-screen-${state}`, themes: ['light'], fitsHeight: true });
    expect.soft(await screen.evaluate(spilled), `cards of ${state}`).toEqual([]);
    await inspectSizes(screen, `table-screen-${state}`, [CUPBOARD], true);
    await inspect(phone.page, { state: `table-phone-${state}`, themes: ['light'] });
  }

  it('sees on a map which class is which, and what the map leaves out', async () => {
    await enter('probe');
    await klass.reach('nudge');
    await says(room.text.common.mapCut(4));
    for (const name of CLASSES) await says(name);
    await phone.choice('raise').waitFor();
    await look('probe');
    await phone.propose('raise');
    await klass.reach('adjust');
    await ahead(10);
  });

  it('is told by name which answer a weight leads to', async () => {
    await enter('backprop');
    await klass.reach('backward');
    await says(/a la respuesta «/u);
    await look('backward');
    await klass.reach('nudge');
  });

  it('stops a machine on a few of the rows, and sees what was hidden', async () => {
    await enter('stop');
    await press();
    await ahead(60);
    await press();
    await says(room.text.screen.reveal.title);
    await look('reveal');
  });

  it('bets on one of four, and hears the truth and the network’s word', async () => {
    await enter('test');
    await press();
    const [first = ''] = CLASSES;
    await phone.page.getByRole('button', { name: first }).click();
    await look('bet');
    await press();
    await says(room.text.screen.test.bets);
    await look('answer');
    await klass.teacher.send({ kind: 'end-session' });
    await klass.teacher.until('the end', ({ view }) => view().class.activity === 'ended');
  });

  it('is replayed, reported, and carried away as one file, with the same names', async () => {
    const { session } = klass.keys;
    const { page } = await room.device(WIDE, { reducedMotion: true });
    await page.goto(`/replay/${session}`);
    await page.getByLabel(room.text.teacher.signIn.key).fill(room.server.key);
    await page.getByRole('button', { name: room.text.teacher.signIn.enter, exact: true }).click();
    await page.getByRole('slider', { name: room.text.replay.timeline }).waitFor();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText(room.text.common.mapCut(4)).waitFor();
    await inspect(page, { state: 'table-replay', themes: ['light'] });
    await page.goto(`/report/${session}`);
    await page
      .getByText(/a la respuesta «Encina»/u)
      .first()
      .waitFor();
    await inspect(page, { state: 'table-report', themes: ['light'] });
    const answer = await fetch(`${room.server.url}/api/recordings/${session}/player?language=es`, {
      headers: { authorization: `Bearer ${room.server.key}` },
    });
    await writeFile('test-output/table-player.html', Buffer.from(await answer.arrayBuffer()));
    await page.goto(pathToFileURL('test-output/table-player.html').href);
    await page.keyboard.press('PageDown');
    await page.getByText('Encina', { exact: true }).first().waitFor();
    await inspect(page, { state: 'table-player', themes: ['light'] });
    expect(room.complaints.faults()).toEqual([]);
  });
});

/** Runs in the page: the cards whose contents stick out of them. */
function spilled(): readonly string[] {
  return [...document.querySelectorAll('section.card')]
    .filter((card) => card.scrollHeight > card.clientHeight + 1 || card.scrollWidth > card.clientWidth + 1)
    .map(({ textContent, scrollWidth, clientWidth, scrollHeight, clientHeight }) => {
      const size = `${scrollWidth}×${scrollHeight} in ${clientWidth}×${clientHeight}`;
      return `${textContent?.slice(0, 30)}: ${size}`;
    });
}
