import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import { openClassroom, SMALL_PHONE, type Classroom } from './support/classroom.ts';
import { inspect, inspectSizes } from './support/inspect.ts';
import type { TeacherPage } from './support/teacher-page.ts';

const PROBE = 2;
const BACKPROP = 3;
/** A laptop, a small one, a tablet both ways, and a phone in need. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
  { width: 768, height: 1024 },
  SMALL_PHONE,
];

describe('the console, in everything a teacher may meet', () => {
  let room: Classroom;
  let klass: LiveClass;
  let teacher: TeacherPage;

  beforeAll(async () => {
    room = await openClassroom('es', 'light', { reducedMotion: true });
    klass = await openLiveClass(room.server.url, 0, { closeRule: 'teacher', roundSeconds: 40 });
    teacher = await room.teacher();
  });
  afterAll(async () => {
    klass.close();
    await room.close();
  });

  async function look(state: string): Promise<void> {
    await inspect(teacher.page, { state: `teacher-${state}` });
    await inspectSizes(teacher.page, `teacher-${state}`, SIZES);
  }
  const closeDialog = async (): Promise<void> => {
    await teacher.page.keyboard.press('Escape');
    await teacher.dialog().waitFor({ state: 'detached' });
  };

  it('asks for the key, and says when it is not the right one', async () => {
    await teacher.page.goto('/teach');
    await teacher.page.getByLabel(room.text.teacher.signIn.key).fill('not-the-key-at-all');
    await inspect(teacher.page, { state: 'teacher-sign-in' });
    await teacher.button(room.text.teacher.signIn.enter).click();
    await teacher.says(room.text.teacher.signIn.wrong).waitFor();
    await look('wrong-key');
    await teacher.page.getByLabel(room.text.teacher.signIn.key).fill(room.server.key);
    await teacher.button(room.text.teacher.signIn.enter).click();
    await teacher.says(room.text.teacher.home.title).waitFor();
  });

  it('lists the open classes, and goes back into one with a click', async () => {
    await look('home');
    await teacher.button(room.text.teacher.home.goIn).click();
    await teacher.page.getByRole('heading', { name: room.text.teacher.lobby.title }).first().waitFor();
    expect(teacher.code()).toBe(klass.keys.code);
  });

  it('opens a lobby, empty and full', async () => {
    await look('lobby-empty');
    await klass.teacher.send({ kind: 'fill-with-bots', seats: 30 });
    await teacher.says(room.text.teacher.bar.inside(0, 0, 30)).waitFor();
    await look('lobby');
  });

  it('tells how to enter, and hands the class to a second device only when asked', async () => {
    await teacher.button(room.text.teacher.bar.invite).click();
    await look('invite');
    expect(await teacher.dialog().getByRole('img').count()).toBe(1);
    await teacher.button(room.text.teacher.join.reveal).click();
    await expect.poll(() => teacher.dialog().getByRole('img').count()).toBe(2);
    await inspect(teacher.page, { state: 'teacher-pairing', themes: ['light'] });
    await closeDialog();
  });

  it('shows the round, the class and what comes next', async () => {
    await klass.enterStage(PROBE);
    await klass.reach('nudge');
    await teacher.button(room.text.teacher.next.close).waitFor();
    await look('nudge');
    await klass.teacher.send({ kind: 'change-settings', patch: { agreementColumn: true } });
    await teacher.page.getByText(room.text.teacher.settings.more).click();
    await teacher.page
      .getByText(room.text.teacher.settings.caretaker, { exact: true })
      .scrollIntoViewIfNeeded();
    await look('more');
    await teacher.page.getByText(room.text.teacher.settings.more).click();
    await klass.reach('adjust');
    await look('adjust');
  });

  it('shows the new examples’ error only when asked', async () => {
    expect(await teacher.says(room.text.teacher.curve.freshHint).count()).toBe(0);
    await teacher.page.getByRole('switch', { name: room.text.teacher.curve.fresh }).click();
    await teacher.says(room.text.teacher.curve.freshHint).waitFor();
    await inspect(teacher.page, { state: 'teacher-fresh' });
    await teacher.page.getByRole('switch', { name: room.text.teacher.curve.fresh }).click();
  });

  it('shows the arrows as the layers open', async () => {
    await klass.enterStage(BACKPROP);
    await klass.reach('nudge');
    await teacher.button(room.text.teacher.next.close).waitFor();
    await look('backprop');
  });

  it('asks before what the whole class would notice', async () => {
    await teacher.page.keyboard.press('?');
    await teacher.dialog().waitFor();
    await look('keys');
    await closeDialog();
    await teacher.button(room.text.teacher.bar.end).click();
    await look('end');
    await closeDialog();
    const name = klass.teacher.view().table[0]?.name ?? '';
    await teacher.openSeat(name);
    await look('seat');
    await teacher.dialog().getByRole('button', { name: room.text.teacher.seat.preview }).click();
    await teacher.says(room.text.teacher.preview.title(name)).waitFor();
    await look('preview');
    await closeDialog();
  });

  it('says how things stand: paused, frozen phones, a lost link', async () => {
    await teacher.page.keyboard.press('.');
    await teacher.says(room.text.teacher.state.paused).waitFor();
    await look('paused');
    await teacher.page.keyboard.press('.');
    await teacher.page.keyboard.press('a');
    await teacher.says(room.text.teacher.state.attention).waitFor();
    await inspect(teacher.page, { state: 'teacher-attention' });
    await teacher.page.keyboard.press('a');
    await teacher.context.setOffline(true);
    await teacher.says(room.text.teacher.state.lost).waitFor();
    await look('lost');
    await teacher.context.setOffline(false);
    await teacher.page.getByText(room.text.teacher.state.lost).waitFor({ state: 'detached' });
  });

  it('says what the class came to, and that a link no longer opens it', async () => {
    await klass.teacher.send({ kind: 'end-session' });
    await teacher.says(room.text.teacher.ends.summary).waitFor();
    await look('ended');
    const stranger = await room.teacher();
    await stranger.page.goto(`/teach/${klass.keys.code}#token=${'x'.repeat(43)}`);
    await stranger.says(room.text.teacher.state.unknownToken).waitFor();
    await inspect(stranger.page, { state: 'teacher-no-token' });
  });

  it('had nothing to complain of', () => {
    expect(room.complaints.faults()).toEqual([]);
    expect(room.complaints.strangers()).toEqual([]);
  });
});
