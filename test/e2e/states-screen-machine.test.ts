import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../client/text/language.ts';
import { openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import type { TeacherIntent } from '../../shared/wire/teacher-intents.ts';
import { openClassroom, PROJECTOR, type Classroom } from './support/classroom.ts';
import { inspect, inspectSizes } from './support/inspect.ts';

/** The standard lesson's stages by their place. */
const BACKPROP = 3;
const AUTOPILOT = 4;
const STOP = 5;
const TEST = 6;
const CUPBOARD = { width: 1024, height: 768 };
const LAPTOP = { width: 1280, height: 720 };

describe.each<[Language, 'light' | 'dark', { width: number; height: number }]>([
  ['es', 'light', CUPBOARD],
  ['en', 'dark', LAPTOP],
])('the projector while a machine descends, in %s', (language, theme, small) => {
  let room: Classroom;
  let klass: LiveClass;
  let page: Page;

  beforeAll(async () => {
    room = await openClassroom(language, theme);
    klass = await openLiveClass(room.server.url, 1, { closeRule: 'teacher' });
    ({ page } = await room.device(PROJECTOR, { reducedMotion: true }));
    await page.goto(`/screen/${klass.keys.code}#${klass.keys.screenToken}`);
    await page.getByText(klass.keys.code.slice(0, 3)).first().waitFor();
  });
  afterAll(async () => {
    klass.close();
    await room.close();
  });

  const says = (words: string): Promise<void> => page.getByText(words).first().waitFor();
  const phase = (words: string): Promise<void> =>
    page.locator('[aria-current="step"]').filter({ hasText: words }).waitFor();
  const send = async (intent: TeacherIntent): Promise<void> => {
    const answer = await klass.teacher.send(intent);
    if (!answer.ok) throw new Error(`${intent.kind} was refused: ${answer.refusal.code}`);
  };
  const ahead = (rounds: number): Promise<void> =>
    send({ kind: 'fast-forward', expected: klass.teacher.view().serial, rounds });
  async function look(state: string): Promise<void> {
    await inspect(page, { state: `machine-${language}-${state}`, themes: [theme], fitsHeight: true });
    await inspectSizes(page, `machine-${language}-${state}`, [small], true);
  }
  async function press(name: string): Promise<void> {
    const { serial } = klass.teacher.view();
    await klass.next();
    await klass.teacher.until(name, ({ view }) => view().serial > serial);
  }

  it('checks a gradient beside the example it explains', async () => {
    await klass.enterStage(BACKPROP);
    await klass.reach('backward');
    await press('the first layer');
    await send({ kind: 'check-gradient', parameter: 0 });
    await says(room.text.screen.check.title);
    await look('check');
  });

  it('asks what the step will do, lets the machine run, and calmly says that it exploded', async () => {
    await klass.enterStage(AUTOPILOT);
    await press('the vote');
    await phase(room.text.common.phases.vote);
    await look('vote');
    const [pupil] = klass.students;
    const round = klass.teacher.view().round?.id ?? 0;
    const answer = await pupil?.send({ kind: 'vote', round, vote: 'fast' });
    expect(answer?.ok).toBe(true);
    await send({ kind: 'change-settings', patch: { learningRate: 4, machineSpeed: 20 } });
    await press('the run');
    await says(room.text.screen.vote.result);
    await ahead(20);
    await look('run');
  });

  it('hides the new examples until the teacher reveals them', async () => {
    await klass.enterStage(STOP);
    await press('the run');
    await ahead(30);
    await says(room.text.screen.choose.stop);
    await look('stop');
    const [pupil] = klass.students;
    await pupil?.send({ kind: 'stop', round: klass.teacher.view().round?.id ?? 0 });
    await ahead(40);
    await press('the reveal');
    await says(room.text.screen.reveal.title);
    await look('reveal');
  });

  it('bets on an animal, hears the answer, and counts', async () => {
    await klass.enterStage(TEST);
    await press('the first animal');
    await says(room.text.screen.test.hidden);
    await look('bet');
    await press('its answer');
    await says(room.text.screen.test.bets);
    await look('answer');
    for (let presses = 0; klass.teacher.view().round?.phase.kind !== 'score' && presses < 40; presses++)
      await press('the next animal');
    await says(room.text.screen.test.whyItCounts);
    await look('score');
  });

  it('had nothing to complain of', () => {
    expect(room.complaints.faults()).toEqual([]);
    expect(room.complaints.strangers()).toEqual([]);
  });
});
