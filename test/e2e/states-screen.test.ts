import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import { openClassroom, PROJECTOR, type Classroom } from './support/classroom.ts';
import { inspect, inspectSizes } from './support/inspect.ts';

const GUESS = 0;
const PROBE = 2;
const BACKPROP = 3;
/** A projector of today, a laptop's screen, an old projector, and the one in the cupboard. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
];

describe('the projector, in everything it can show', () => {
  let room: Classroom;
  let klass: LiveClass;
  let page: Page;

  beforeAll(async () => {
    room = await openClassroom('es', 'light');
    klass = await openLiveClass(room.server.url, 0, { closeRule: 'teacher', roundSeconds: 40 });
    ({ page } = await room.device(PROJECTOR, { reducedMotion: true }));
    await page.goto(`/screen/${klass.keys.code}#${klass.keys.screenToken}`);
  });
  afterAll(async () => {
    klass.close();
    await room.close();
  });

  const says = (words: string): Promise<void> => page.getByText(words).first().waitFor();
  const phase = (words: string): Promise<void> =>
    page.locator('[aria-current="step"]').filter({ hasText: words }).waitFor();
  /** A picture in every size, and a close look in the largest. */
  async function look(state: string): Promise<void> {
    await inspect(page, { state: `screen-${state}`, fitsHeight: true });
    await inspectSizes(page, `screen-${state}`, SIZES, true);
  }

  it('shows the way in to an empty class, and a full one', async () => {
    await says(room.text.screen.nobodyYet);
    await look('lobby-empty');
    await klass.teacher.send({ kind: 'fill-with-bots', seats: 30 });
    await says(room.text.screen.ownership(17, 30));
    await look('lobby');
    await klass.teacher.send({ kind: 'lock', locked: true });
    await says(room.text.screen.locked);
    await look('locked');
    await klass.teacher.send({ kind: 'lock', locked: false });
  });

  it('puts a question before each stage', async () => {
    await klass.enterStage(GUESS);
    await says(room.text.screen.intros.guess.question);
    await look('intro');
  });

  it('plays a round of guessing, with the error and nothing that would help', async () => {
    await klass.reach('predict');
    await phase(room.text.common.phases.predict);
    await look('predict');
    await klass.reach('compare');
    await phase(room.text.common.phases.compare);
    await inspect(page, { state: 'screen-compare', fitsHeight: true });
    await klass.reach('nudge');
    await phase(room.text.common.phases.nudge);
    await look('nudge');
    await klass.reach('adjust');
    await phase(room.text.common.phases.adjust);
    await look('adjust');
  });

  it('shows the map and what each neuron sees when weights are probed', async () => {
    await klass.enterStage(PROBE);
    await klass.reach('nudge');
    await says(room.text.common.whatTheNetworkBelieves);
    await look('probe');
    await klass.teacher.send({ kind: 'change-settings', patch: { namesOnEdges: true } });
    await klass.teacher.until('names', ({ view }) => view().settings.namesOnEdges);
    await klass.teacher.send({ kind: 'spotlight', parameter: 5 });
    await look('names');
    await klass.teacher.send({ kind: 'spotlight', parameter: null });
    await klass.teacher.send({ kind: 'change-settings', patch: { namesOnEdges: false } });
    await klass.reach('adjust');
    await phase(room.text.common.phases.adjust);
    await look('probe-adjust');
  });

  it('lets the error flow back layer by layer', async () => {
    await klass.enterStage(BACKPROP);
    await klass.reach('backward');
    await says(room.text.screen.costTitle);
    await look('backward');
    await klass.next();
    await look('backward-all');
    await klass.reach('nudge');
    await inspect(page, { state: 'screen-arrows', fitsHeight: true });
  });

  it('stands still for those who want no motion', async () => {
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
    );
    expect(moving).toBe(0);
  });

  it('shows how to enter at any time', async () => {
    await page.keyboard.press('j');
    await page.getByRole('dialog').waitFor();
    await look('join');
    await page.keyboard.press('Escape');
  });

  it('says what lies over the class: attention, a pause, darkness', async () => {
    await klass.teacher.send({ kind: 'attention', on: true });
    await says(room.text.screen.attention);
    await look('attention');
    await klass.teacher.send({ kind: 'attention', on: false });
    await klass.teacher.send({ kind: 'pause' });
    await says(room.text.screen.paused);
    await look('paused');
    await klass.teacher.send({ kind: 'resume' });
    await klass.teacher.send({ kind: 'blank-screen', blank: true });
    await says(room.text.screen.blank);
    await inspect(page, { state: 'screen-blank', fitsHeight: true });
    await klass.teacher.send({ kind: 'blank-screen', blank: false });
  });

  it('greys when it has lost the server', async () => {
    // What was on its way when the line went shows that there is one: again, then.
    const goesOffline = async (): Promise<boolean> => {
      await page.context().setOffline(false);
      await page.context().setOffline(true);
      return page.getByText(room.text.screen.linkLost).isVisible();
    };
    await expect.poll(goesOffline, { timeout: 15_000, interval: 500 }).toBe(true);
    await inspect(page, { state: 'screen-lost', fitsHeight: true });
    await page.context().setOffline(false);
    await page.getByText(room.text.screen.linkLost).waitFor({ state: 'detached' });
  });

  it('says what the class came to', async () => {
    await klass.teacher.send({ kind: 'fast-forward', expected: klass.teacher.view().serial, rounds: 10 });
    await klass.teacher.send({ kind: 'end-session' });
    await says(room.text.screen.ended);
    await look('ended');
  });

  it('says that an address without its key shows nothing', async () => {
    const stranger = await room.device(PROJECTOR);
    await stranger.page.goto(`/screen/${klass.keys.code}`);
    await stranger.page.getByText(room.text.screen.noToken).waitFor();
    await inspect(stranger.page, { state: 'screen-no-key', fitsHeight: true });
  });

  it('had nothing to complain of', () => {
    expect(room.complaints.faults()).toEqual([]);
    expect(room.complaints.strangers()).toEqual([]);
  });
});
