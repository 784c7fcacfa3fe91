import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { lessonToFragment } from '../../shared/lessons/lesson-link.ts';
import { verifyRecording } from '../../shared/recording/verify.ts';
import { drawnLesson } from '../helpers/drawing-class.ts';
import { openClassroom, PROJECTOR, SMALL_PHONE, type Classroom } from './support/classroom.ts';
import { inspect } from './support/inspect.ts';
import { picture, pictureEverything } from './support/screenshots.ts';
import type { TeacherPage } from './support/teacher-page.ts';

let room: Classroom;
let teacher: TeacherPage;
beforeAll(async () => {
  room = await openClassroom('es', 'light', { reducedMotion: true });
  teacher = await room.teacher();
});
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await pictureEverything(room.browser);
});
afterAll(() => room.close());

describe('a class that draws its points', () => {
  it('draws on two phones, closes the drawing, and plays on what it drew', async () => {
    const { text } = room;
    const { page } = teacher;
    const lesson = lessonToFragment(drawnLesson());
    if (lesson === null) throw new Error('the lesson should fit a link');
    await page.goto(`/teach#key=${room.server.key}&lesson=${lesson}`);
    await page.getByText(text.teacher.home.untimed, { exact: true }).click();
    await teacher.button(text.teacher.home.open).click();
    await page.getByRole('heading', { name: text.teacher.drawing.title }).waitFor();
    const code = teacher.code();
    const projector = await teacher.openProjector(PROJECTOR);
    const phones = [await phoneIn(code), await phoneIn(code)] as const;

    await drawCloud(phones[0], 'clase A', 0.28);
    await drawCloud(phones[1], 'clase B', 0.72);
    await page.getByText(text.teacher.drawing.enough).waitFor();
    await projector.getByRole('img', { name: text.screen.drawing.plane(12) }).waitFor();
    await inspect(phones[0], { state: 'drawn-phone', themes: ['light', 'dark'] });
    await inspect(page, { state: 'drawn-console', themes: ['light'] });
    await picture(projector, 'drawn-screen');

    await teacher.next(text.teacher.next.closeDrawing);
    await page.getByRole('heading', { name: text.teacher.drawing.closed }).waitFor();
    await teacher.enterStage('probe');
    await phones[0].getByRole('heading', { name: text.common.stages.probe.name }).first().waitFor();
    expect(await page.getByText(text.teacher.drawing.closed).count()).toBe(0);
    await teacher.next(text.teacher.next.openRound(1));
    await teacher.next(text.teacher.next.compare);
    await teacher.next(text.teacher.next.nudge);
    await phones[0].getByRole('button', { name: text.common.raise }).first().click();
    await phones[0].getByText(text.common.accepted, { exact: true }).first().waitFor();
    await teacher.next(text.teacher.next.close);
    await phones[0].getByText(text.common.roundNumber(1)).first().waitFor();
    expect(verifyRecording(await recordingOf(), { ownPublicKey: null, checkSeal: () => true })).toMatchObject(
      {
        ok: true,
        steps: 1,
      },
    );
    expect(room.complaints.faults()).toEqual([]);
  });
});

/** The file of the only class on this server, as it stands. */
async function recordingOf(): Promise<Uint8Array> {
  const headers = { authorization: `Bearer ${room.server.key}` };
  const cards = await fetch(`${room.server.url}/api/recordings`, { headers });
  const id = /"id":"([\w-]+)"/u.exec(await cards.text())?.[1] ?? '';
  const file = await fetch(`${room.server.url}/api/recordings/${id}`, { headers });
  return new Uint8Array(await file.arrayBuffer());
}

async function phoneIn(code: string): Promise<Page> {
  const { page } = await room.phone(SMALL_PHONE);
  await page.goto(`/${code}`);
  await page.getByRole('button', { name: room.text.join.enter, exact: true }).click();
  await page.getByRole('button', { name: /^Plano con/u }).waitFor();
  return page;
}

/** Six points around the middle of one side, touched one after another. */
async function drawCloud(page: Page, name: string, across: number): Promise<void> {
  await page.getByText(name).first().click();
  const plane = page.getByRole('button', { name: /^Plano con/u });
  const box = await plane.boundingBox();
  if (box === null) throw new Error('the plane should be on the phone');
  for (let index = 0; index < 6; index++) {
    const position = { x: box.width * (across + 0.03 * (index % 3)), y: box.height * (0.3 + 0.07 * index) };
    await plane.click({ position });
  }
  await page.getByText(/Pusiste 6 de/u).waitFor();
}
