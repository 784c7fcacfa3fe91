import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import type { TeacherIntent } from '../../shared/wire/teacher-intents.ts';
import { openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import { openClassroom, PHONE, SMALL_PHONE, type Classroom } from './support/classroom.ts';
import { inspect, inspectSizes } from './support/inspect.ts';
import { SOON } from './support/soon.ts';
import { studentPage, type StudentPage } from './support/student-page.ts';
import { TEXTS } from './support/texts.ts';

const BACKPROP = 3;
const AUTOPILOT = 4;
const STOP = 5;
const TEST = 6;
/** What a phone may have to load before it can join, in kB of gzip. */
const JOIN_LIMIT_KB = 90;

const { es, en } = TEXTS;

describe('a phone in the stages of backprop and of the machine', () => {
  let room: Classroom;
  let klass: LiveClass;
  /** Spanish on a usual phone, English on the smallest. */
  let ana: StudentPage;
  let beto: StudentPage;
  let joinedWithKb = 0;
  const late: string[] = [];

  beforeAll(async () => {
    room = await openClassroom('es', 'light');
    klass = await openLiveClass(room.server.url, 0, { roundSeconds: null, closeRule: 'teacher' });
    ana = await room.phone(PHONE);
    beto = studentPage(await room.device(SMALL_PHONE, { language: 'en', touch: true }), en);
    const scripts = watchScripts(ana.page);
    await ana.joinWith(klass.keys.code);
    const before = scripts.filter(({ isInClass }) => !isInClass);
    joinedWithKb = (await Promise.all(before.map(weight))).reduce((sum, bytes) => sum + bytes, 0) / 1000;
    await vi.waitFor(() => {
      const comeLate = scripts.filter(({ isInClass }) => isInClass).map(({ response }) => response.url());
      if (!comeLate.some((url) => url.includes('Machine'))) throw new Error('late scenes have yet to come');
    }, SOON);
    late.push(...scripts.filter(({ isInClass }) => isInClass).map(({ response }) => response.url()));
    await beto.joinWith(klass.keys.code);
  });
  afterAll(async () => {
    klass.close();
    await room.close();
  });

  const ask = (intent: TeacherIntent): Promise<unknown> => klass.teacher.send(intent);
  const ahead = (rounds: number): Promise<unknown> =>
    ask({ kind: 'fast-forward', expected: klass.teacher.view().serial, rounds });
  /** Both phones as they are: one by day, the small one in the dark. */
  const look = async (state: string): Promise<void> => {
    await inspect(ana.page, { state: `phone-${state}`, themes: ['light'] });
    await inspect(beto.page, { state: `phone-${state}-small`, themes: ['dark'] });
  };

  it('joins with little, and fetches the late scenes quietly once it is in', () => {
    expect(joinedWithKb).toBeGreaterThan(0);
    expect(joinedWithKb).toBeLessThanOrEqual(JOIN_LIMIT_KB);
    expect(late.some((url) => url.includes('Machine'))).toBe(true);
  });

  it('looks inside a weight once its layer is open, in words and as mathematics', async () => {
    await klass.enterStage(BACKPROP);
    await klass.reach('nudge');
    await ana.button(es.later.inside.open).first().click();
    await ana.heading(es.later.inside.title).waitFor();
    const namespace = await ana.page
      .locator('mfrac')
      .first()
      .evaluate((element) => element.namespaceURI);
    expect(namespace).toBe('http://www.w3.org/1998/Math/MathML');
    const bars = await ana.page
      .locator('mfrac')
      .evaluateAll(
        (all) =>
          all.map((each) => each.getBoundingClientRect()).filter(({ height, width }) => height < width * 0.6)
            .length,
      );
    expect(bars, 'fractions stand on top of each other').toBe(0);
    await beto.button(en.later.inside.open).first().click();
    await look('inside');
    await scrollDialog(ana.page);
    await scrollDialog(beto.page);
    await look('inside-below');
    await ana.page.keyboard.press('Escape');
    await beto.page.keyboard.press('Escape');
  });

  it('shows the check of a gradient to whoever holds the weight', async () => {
    const { parameters } = klass.teacher.view().table[0] ?? { parameters: [] };
    await ask({ kind: 'check-gradient', parameter: parameters[0] ?? 0 });
    await ana.says(es.later.check.title).waitFor();
    await inspect(ana.page, { state: 'phone-check', themes: ['light'] });
  });

  it('votes with a tick that only the server gives, and then sees the class’s votes and both curves', async () => {
    await klass.enterStage(AUTOPILOT);
    await ana.says(es.student.beforeChoosing.autopilot).waitFor();
    await look('machine-intro');
    await ask({ kind: 'change-settings', patch: { machineSpeed: 0 } });
    await klass.next();
    await ana.heading(es.student.machine.vote).waitFor();
    await ana.button(es.common.votes.fast).click();
    await ana.says(es.later.vote.accepted).waitFor();
    await look('vote');
    await klass.next();
    await ana.says(es.later.vote.result).waitFor();
    await klass.next();
    await ahead(20);
    await ana.says(new RegExp(es.later.descent.steps(21))).waitFor();
    await look('descent');
    await ask({ kind: 'change-settings', patch: { learningRate: 60 } });
    await ahead(6);
    await ana.says(es.later.descent.divergedTitle).waitFor();
    await look('diverged');
  });

  it('stops once, blind, and sees at the end where that was', async () => {
    await klass.enterStage(STOP);
    await ask({ kind: 'change-settings', patch: { machineSpeed: 0 } });
    await klass.next();
    await ana.heading(es.later.stop.question).waitFor();
    await ahead(16);
    await ana.says(es.later.stop.keep(16)).waitFor();
    await ana.page.locator('button:enabled', { hasText: es.later.stop.press }).waitFor();
    await beto.page.locator('button:enabled', { hasText: en.later.stop.press }).waitFor();
    await look('stop');
    await ana.page.getByRole('button', { name: es.later.stop.press }).click();
    await ana.heading(es.later.stop.stopped(16)).waitFor();
    await ahead(44);
    await look('stopped');
    await klass.next();
    await ana.says(es.later.reveal.best).waitFor();
    await look('reveal');
  });

  it('bets on animals nobody had seen, and counts', async () => {
    await klass.enterStage(TEST);
    await klass.next();
    await ana.heading(es.student.machine.bet).waitFor();
    await ana.button(es.common.classes.dog).click();
    await ana.says(es.later.test.accepted).waitFor();
    await look('bet');
    await klass.next();
    await ana.says(es.later.test.classBets).waitFor();
    await look('answer');
    while (klass.teacher.view().round?.phase.kind !== 'score') {
      const { serial } = klass.teacher.view();
      await klass.next();
      await klass.teacher.until('the next phase', (page) => page.view().serial > serial);
    }
    await ana.heading(es.student.machine.score).waitFor();
    await look('score');
  });

  it('bets on a teacher’s own classes, four of them with long names, on the smallest phone', async () => {
    const own = await openLiveClass(
      room.server.url,
      0,
      { roundSeconds: null, closeRule: 'teacher' },
      ownLesson,
    );
    const zoe = await room.phone(SMALL_PHONE);
    await zoe.joinWith(own.keys.code);
    await own.enterStage(0);
    await own.next();
    await zoe.heading(es.student.machine.bet).waitFor();
    await inspect(zoe.page, { state: 'phone-bet-own', themes: ['light'] });
    await zoe.button(LONG_NAMES[3]).click();
    await own.next();
    await zoe.says(es.later.test.classBets).waitFor();
    await inspect(zoe.page, { state: 'phone-answer-own', themes: ['light'] });
    own.close();
  });

  it('comes through a line that breaks while a late scene is on its way, dressed', async () => {
    await klass.enterStage(TEST);
    await klass.next();
    const dan = await room.phone();
    const late = /\/assets\/(?:Machine|ExampleCard|LossCurve)-[^/]*\.(?:js|css)$/u;
    await dan.context.route(late, (route) => route.abort());
    await dan.page.goto(`/${klass.keys.code}`);
    await dan.button(es.join.enter).click();
    await dan.heading(es.student.loadingScene).waitFor();
    await dan.says(es.student.sceneFails).waitFor();
    await inspectSizes(dan.page, 'phone-scene-failing', [SMALL_PHONE, PHONE]);
    await dan.context.unroute(late);
    await dan.heading(es.student.machine.bet).waitFor();
    const padding = await dan.page
      .locator('.card')
      .first()
      .evaluate((card) => getComputedStyle(card).paddingTop);
    expect(padding).not.toBe('0px');
  });

  it('had nothing to complain of', () => {
    expect(room.complaints.faults()).toEqual([]);
    expect(room.complaints.strangers()).toEqual([]);
  });
});

const LONG_NAMES = [
  'Otorrinolaringología veterinaria general',
  'Supercalifragilisticoespialidososuperfin',
  'Iris versicolor',
  'Iris de las montañas más altas del norte',
] as const;

/** A table of a teacher's own: four classes, whose names are as long as a name may be. */
const ownLesson: Lesson = {
  id: 'own',
  title: 'Flores',
  network: { sizes: [2, 3, 4], hidden: 'tanh', output: 'softmax', loss: 'categorical-cross-entropy' },
  data: {
    id: 'custom',
    seed: 1,
    sizes: { training: 20, validation: 10, test: 10 },
    featureNames: ['Longitud del pétalo en milímetros justos', 'x'],
    classNames: LONG_NAMES,
    rows: Array.from({ length: 40 }, (_, row) => [row % 7, (row * 3) % 11, row % 4]),
  },
  start: Array.from({ length: 25 }, (_, index) => ((index * 7) % 5) / 5 - 0.4),
  stages: [
    {
      kind: 'test',
      minutes: 3,
      rounds: 3,
      fastForward: 0,
      start: 'pinned',
      stepSize: 0.2,
      stepPolicy: 'fixed',
      material: null,
      machine: null,
    },
  ],
  settings: {},
  seatCap: 60,
  parametersPerSeat: 4,
};

type Script = { readonly response: Response; readonly isInClass: boolean };

/** Every script the page loads, and whether it was in the class by then. */
function watchScripts(page: Page): Script[] {
  const scripts: Script[] = [];
  let isInClass = false;
  page.on('response', (response) => {
    if (response.request().method() === 'POST' && response.url().endsWith('/seats')) isInClass = true;
    if (new URL(response.url()).pathname.endsWith('.js')) scripts.push({ response, isInClass });
  });
  return scripts;
}

async function weight({ response }: Script): Promise<number> {
  return gzipSync(await response.body(), { level: 9 }).length;
}

async function scrollDialog(page: Page): Promise<void> {
  await page.locator('dialog[open]').evaluate((dialog) => dialog.scrollTo(0, dialog.scrollHeight));
}
