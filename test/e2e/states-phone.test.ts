import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import { MIDDLING_PHONE, openClassroom, PHONE, SMALL_PHONE, type Classroom } from './support/classroom.ts';
import { inspect, inspectSizes } from './support/inspect.ts';
import type { StudentPage } from './support/student-page.ts';

const PROBE = 2;
const BACKPROP = 3;
const SIZES = [SMALL_PHONE, MIDDLING_PHONE];

describe('a phone, in everything that can happen to it', () => {
  let room: Classroom;
  let klass: LiveClass;
  let ana: StudentPage;
  let beto: StudentPage;

  beforeAll(async () => {
    room = await openClassroom('es', 'light');
    // A small class: each student holds several weights.
    klass = await openLiveClass(room.server.url, 0, { roundSeconds: null, closeRule: 'teacher' });
    [ana, beto] = [await room.phone(PHONE), await room.phone(SMALL_PHONE)];
    await ana.joinWith(klass.keys.code);
    await beto.joinWith(klass.keys.code);
  });
  afterAll(async () => {
    klass.close();
    await room.close();
  });

  const headline = async (words: string): Promise<void> =>
    ana.page.getByRole('heading', { name: words }).first().waitFor();
  const phase = (name: string): Promise<void> => headline(`· ${name}`);

  it('waits in the lobby, and has a menu with the way out', async () => {
    await inspect(ana.page, { state: 'phone-lobby' });
    await ana.button(room.text.student.openMenu).click();
    await inspect(ana.page, { state: 'phone-menu' });
    await ana.button(room.text.student.leave).click();
    await ana.button(room.text.student.leaveSure).waitFor();
    await inspect(ana.page, { state: 'phone-leaving', themes: ['light'] });
    await ana.button(room.text.student.stay).click();
    await ana.page.keyboard.press('Escape');
  });

  it('shows several weights as a strip to swipe, each with its own tick', async () => {
    await klass.enterStage(PROBE);
    await headline(room.text.common.stages.probe.name);
    await inspect(ana.page, { state: 'phone-intro' });
    await klass.reach('predict');
    await phase(room.text.common.phases.predict);
    await inspect(ana.page, { state: 'phone-predict' });
    await klass.reach('compare');
    await phase(room.text.common.phases.compare);
    await inspect(ana.page, { state: 'phone-compare' });
    await klass.reach('nudge');
    await ana.choice('raise').waitFor();
    await inspect(ana.page, { state: 'phone-nudge' });
    await inspectSizes(ana.page, 'phone-nudge', SIZES);
    await ana.propose('raise');
    await ana.says(room.text.student.probeCurve).waitFor();
    await inspect(ana.page, { state: 'phone-committed' });
    await inspectSizes(ana.page, 'phone-committed', SIZES);
    await ana.page.getByRole('tab', { name: room.text.student.weightTab(2) }).click();
    await expect.poll(() => ana.tick().count()).toBe(0);
    await ana.propose('lower');
    await inspect(ana.page, { state: 'phone-second-weight', themes: ['light'] });
  });

  it('keeps the three buttons within reach of a thumb, whatever the phone', async () => {
    for (const size of [PHONE, ...SIZES]) {
      await ana.page.setViewportSize(size);
      for (const way of ['lower', 'leave', 'raise'] as const) {
        const box = await ana.choice(way).boundingBox();
        expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThanOrEqual(size.height);
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
      }
    }
    await ana.page.setViewportSize(PHONE);
  });

  it('says to somebody who came late that the next round has a weight for them', async () => {
    const late = await room.phone();
    await late.page.goto(`/${klass.keys.code}`);
    await late.button(room.text.join.enter).click();
    await late.heading(room.text.student.lateTitle).waitFor();
    await inspect(late.page, { state: 'phone-late' });
    await late.button(room.text.student.openMenu).click();
    await late.button(room.text.student.leave).click();
    await late.button(room.text.student.leaveSure).click();
    await late.heading(room.text.student.gone.left.title).waitFor();
    await inspect(late.page, { state: 'phone-left' });
  });

  it('shows after the step what each did alone and all did together', async () => {
    await klass.reach('adjust');
    await phase(room.text.common.phases.adjust);
    await inspect(ana.page, { state: 'phone-adjust' });
    await inspectSizes(ana.page, 'phone-adjust', SIZES);
  });

  it('asks for a guess in backprop, and then shows the arrow', async () => {
    await klass.enterStage(BACKPROP);
    await klass.next();
    await ana.says(room.text.student.guessQuestion).waitFor();
    await inspect(ana.page, { state: 'phone-guess-arrow' });
    await inspectSizes(ana.page, 'phone-guess-arrow', SIZES);
    await klass.reach('nudge');
    await ana.says(room.text.student.arrowTitle).waitFor();
    await inspect(ana.page, { state: 'phone-arrow' });
    await inspectSizes(ana.page, 'phone-arrow', SIZES);
    await ana.propose('raise');
    await klass.reach('adjust');
    await phase(room.text.common.phases.adjust);
    await inspect(ana.page, { state: 'phone-agreed' });
  });

  it('says what has stopped: a pause, attention, a voice taken away', async () => {
    await klass.reach('nudge');
    await klass.teacher.send({ kind: 'pause' });
    await ana.says(room.text.student.paused).waitFor();
    await inspect(ana.page, { state: 'phone-paused' });
    await klass.teacher.send({ kind: 'resume' });
    await klass.teacher.send({ kind: 'attention', on: true });
    await ana.heading(room.text.student.attention).waitFor();
    await inspect(ana.page, { state: 'phone-attention' });
    await klass.teacher.send({ kind: 'attention', on: false });
    await klass.teacher.send({ kind: 'mute-seat', seat: 1, muted: true });
    await ana.says(room.text.student.muted).waitFor();
    await inspect(ana.page, { state: 'phone-muted', themes: ['light'] });
    await klass.teacher.send({ kind: 'mute-seat', seat: 1, muted: false });
  });

  it('says that the link is lost, and greys what may be old', async () => {
    await ana.context.setOffline(true);
    await ana.says(room.text.student.lost).waitFor();
    await inspect(ana.page, { state: 'phone-lost' });
    await inspectSizes(ana.page, 'phone-lost', SIZES);
    await ana.context.setOffline(false);
    await ana.says(room.text.student.lost).waitFor({ state: 'detached' });
  });

  it('says that the class is open elsewhere, and that somebody was removed', async () => {
    const second = await ana.context.newPage();
    await second.goto(`/${klass.keys.code}`);
    await ana.heading(room.text.student.gone['opened-elsewhere'].title).waitFor();
    await inspect(ana.page, { state: 'phone-elsewhere' });
    await second.close();
    await ana.button(room.text.student.continueHere).click();
    await ana.choice('raise').waitFor();
    await klass.teacher.send({ kind: 'remove-seat', seat: 1 });
    await ana.heading(room.text.student.gone.removed.title).waitFor();
    await inspect(ana.page, { state: 'phone-removed' });
    await klass.teacher.send({ kind: 'restore-seat', seat: 1 });
    await ana.button(room.text.student.tryAgain).click();
    await ana.choice('raise').waitFor();
  });

  it('says when the teacher is away, and when the class is over', async () => {
    const { code, teacherToken } = klass.keys;
    klass.teacher.close();
    await ana.says(room.text.student.teacherAway).waitFor();
    await inspect(ana.page, { state: 'phone-teacher-away' });
    const back = await room.device({ width: 1024, height: 768 });
    await back.page.goto(`/teach/${code}#token=${teacherToken}`);
    await back.page.getByRole('button', { name: room.text.teacher.bar.end, exact: true }).click();
    await back.page.getByRole('button', { name: room.text.teacher.ends.confirm }).click();
    await ana.heading(room.text.student.endedTitle).waitFor();
    await inspect(ana.page, { state: 'phone-ended' });
  });

  it('had nothing to complain of', () => {
    expect(room.complaints.faults()).toEqual([]);
    expect(room.complaints.strangers()).toEqual([]);
  });
});
