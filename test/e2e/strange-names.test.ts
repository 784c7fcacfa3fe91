import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import { openClassroom, PHONE, PROJECTOR, SMALL_PHONE, type Classroom } from './support/classroom.ts';
import { inspect, inspectSizes } from './support/inspect.ts';
import type { StudentPage } from './support/student-page.ts';
import type { TeacherPage } from './support/teacher-page.ts';

const BACKPROP = 3;
/** As many seats as the network has weights. */
const ONE_EACH = 17;
/** What would be markup, what markup would need to escape, and the widest that fits. */
const NAMES = {
  svg: '<svg/onload=alert()>',
  ampersand: 'Tom & Jerry',
  wide: 'W'.repeat(24),
} as const;
const TABLET = { width: 1024, height: 768 };

describe('names that are written to break a page', () => {
  let room: Classroom;
  let klass: LiveClass;
  let teacher: TeacherPage;
  let projector: Page;
  let phones: Readonly<Record<keyof typeof NAMES, StudentPage>>;

  beforeAll(async () => {
    room = await openClassroom('en', 'light', { reducedMotion: true });
    klass = await openLiveClass(room.server.url, 0, {
      closeRule: 'teacher',
      roundSeconds: null,
      freeNames: true,
      namesOnEdges: true,
    });
    const { code, screenToken, teacherToken } = klass.keys;
    teacher = await room.teacher();
    await teacher.page.goto(`/teach/${code}#token=${teacherToken}`);
    ({ page: projector } = await room.device(PROJECTOR));
    await projector.goto(`/screen/${code}#${screenToken}`);
    phones = {
      svg: await room.phone(PHONE),
      ampersand: await room.phone(PHONE),
      wide: await room.phone(SMALL_PHONE),
    };
  });
  afterAll(async () => {
    klass.close();
    await room.close();
  });

  const readsEveryName = async (page: Page): Promise<void> => {
    for (const name of Object.values(NAMES)) await page.getByText(name).first().waitFor();
  };

  it('are taken where names are free, and shown letter by letter to whoever chose them', async () => {
    for (const key of ['svg', 'ampersand', 'wide'] as const) {
      const { page, button, heading, says } = phones[key];
      await page.goto(`/${klass.keys.code}`);
      await says(room.text.join.freeName).waitFor();
      await page.getByLabel(room.text.join.name).fill(NAMES[key]);
      await button(room.text.join.enter).click();
      await heading(room.text.student.inside).waitFor();
      await page.getByText(NAMES[key], { exact: true }).first().waitFor();
      await inspectSizes(page, `strange-${key}`, [SMALL_PHONE]);
    }
  });

  it('stand on the projector and the console as they were typed', async () => {
    await readsEveryName(projector);
    await inspect(projector, { state: 'strange-screen-lobby', fitsHeight: true, themes: ['light'] });
    await readsEveryName(teacher.page);
    await inspect(teacher.page, { state: 'strange-console-lobby', themes: ['light'] });
    await teacher.openSeat(NAMES.svg);
    await teacher.dialog().getByRole('heading', { name: NAMES.svg, exact: true }).waitFor();
    await inspectSizes(teacher.page, 'strange-seat', [SMALL_PHONE]);
    await teacher.page.keyboard.press('Escape');
  });

  it('stand on the weights, in the table and in the preview of a phone', async () => {
    await klass.teacher.send({ kind: 'fill-with-bots', seats: ONE_EACH });
    await klass.enterStage(BACKPROP);
    await klass.reach('nudge');
    await readsEveryName(projector);
    await inspectSizes(projector, 'strange-edges', [PROJECTOR, TABLET], true);
    await readsEveryName(teacher.page);
    await inspectSizes(teacher.page, 'strange-table', [TABLET, SMALL_PHONE]);
    await teacher.openSeat(NAMES.wide);
    await teacher.dialog().getByRole('button', { name: room.text.teacher.seat.preview }).click();
    await teacher.says(room.text.teacher.preview.title(NAMES.wide)).waitFor();
    await inspectSizes(teacher.page, 'strange-preview', [SMALL_PHONE]);
    await teacher.page.keyboard.press('Escape');
  });

  it('stand on the phone of whoever shares a weight with one', async () => {
    await klass.teacher.send({ kind: 'fill-with-bots', seats: 2 * ONE_EACH });
    await klass.reach('adjust');
    await klass.reach('nudge');
    const { table } = klass.teacher.view();
    const mine = table.find(({ name }) => name === NAMES.ampersand)?.parameters[0] ?? -1;
    const partner = table.find(
      ({ name, parameters }) => name !== NAMES.ampersand && parameters.includes(mine),
    );
    await klass.teacher.send({ kind: 'rename-seat', seat: partner?.seat ?? -1, name: '"><b>Bob</b>' });
    await phones.ampersand.says('"><b>Bob</b>').waitFor();
    await inspectSizes(phones.ampersand.page, 'strange-shared', [SMALL_PHONE]);
  });

  it('made no page do anything', () => {
    expect(room.complaints.faults()).toEqual([]);
    expect(room.complaints.strangers()).toEqual([]);
  });

  it('would be stopped by the policy if one of them got through, and that would be heard of', async () => {
    const { page, complaints } = await room.device(PHONE);
    await page.goto('/');
    const caught = await page.evaluate(() => {
      const image = new Image();
      image.src = 'http://127.0.0.2:9/elsewhere.png';
      void fetch('http://127.0.0.2:9/').catch(() => null);
      try {
        document.body.innerHTML = '<img src=x onerror=alert()>';
        return null;
      } catch (error) {
        return String(error);
      }
    });
    expect(caught).toContain('TrustedHTML');
    for (const directive of ['img-src', 'connect-src', 'require-trusted-types-for']) {
      await expect.poll(() => complaints.faults().join('\n')).toContain(`${directive} forbids`);
    }
  });
});
