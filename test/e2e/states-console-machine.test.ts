import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import { openClassroom, SMALL_PHONE, type Classroom } from './support/classroom.ts';
import { inspect, inspectSizes } from './support/inspect.ts';
import { actsOfOneStory } from './support/in-order.ts';
import { pictureEverything } from './support/screenshots.ts';
import type { TeacherPage } from './support/teacher-page.ts';
import type { Texts } from './support/texts.ts';

const BACKPROP = 3;
const AUTOPILOT = 4;

describe.each([
  { language: 'es', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const)('the console where a machine descends, in $language', ({ language, theme }) => {
  actsOfOneStory(() => pictureEverything(room.browser));

  let room: Classroom;
  let klass: LiveClass;
  let teacher: TeacherPage;
  let text: Texts['teacher'];
  let common: Texts['common'];

  beforeAll(async () => {
    room = await openClassroom(language, theme, { reducedMotion: true });
    text = room.text.teacher;
    common = room.text.common;
    klass = await openLiveClass(room.server.url, 2, { closeRule: 'teacher', roundSeconds: null });
    teacher = await room.teacher();
    await teacher.page.goto(`/teach/${klass.keys.code}#token=${klass.keys.teacherToken}`);
    await teacher.says(text.lobby.title).waitFor();
  });
  afterAll(async () => {
    klass.close();
    await room.close();
  });

  async function look(state: string): Promise<void> {
    await teacher.page.evaluate(() => scrollTo(0, 0));
    await inspect(teacher.page, { state: `machine-${language}-${state}`, themes: [theme] });
    if (language === 'es') await inspectSizes(teacher.page, `machine-${state}`, [SMALL_PHONE]);
  }

  /** The running round, once it is in this phase. */
  async function roundIn(phase: 'vote' | 'run'): Promise<number> {
    await klass.teacher.until(phase, (page) => page.view().round?.phase.kind === phase);
    return klass.teacher.view().round?.id ?? 0;
  }

  it('picks the example that is explained, and has a gradient checked', async () => {
    await klass.enterStage(BACKPROP);
    await klass.reach('nudge');
    await teacher.button(text.backprop.next).click();
    await teacher.button(text.backprop.check.ask).click();
    await teacher.page.getByText(text.backprop.check.same, { exact: true }).waitFor();
    await look('backprop');
    await teacher.button(text.backprop.check.remove).click();
    await teacher.page.getByText(text.backprop.check.same, { exact: true }).waitFor({ state: 'detached' });
  });

  it('has the class vote, and shows what it voted once that is closed', async () => {
    await klass.enterStage(AUTOPILOT);
    await teacher.next(text.next.vote);
    const [one] = klass.students;
    await one?.send({ kind: 'vote', round: await roundIn('vote'), vote: 'fast' });
    await teacher.says(text.vote.voted(1, 2)).waitFor();
    await look('vote');
    await teacher.next(text.next.closeVote);
    await teacher.says(text.vote.result).waitFor();
  });

  it('says that the machine has exploded, and lets it begin again at another rate', async () => {
    await teacher.page.keyboard.press('m');
    await teacher.button(text.machine.go).waitFor();
    const rate = teacher.page.getByLabel(text.machine.other);
    await rate.fill('mucho');
    await rate.press('Enter');
    await teacher.says(text.machine.badRate['no-number']).waitFor();
    await rate.fill(language === 'es' ? '4,5' : '4.5');
    await rate.press('Enter');
    await teacher.next(text.next.machineStep);
    await teacher.says(text.machine.diverged).waitFor();
    await look('diverged');
    await teacher.button(text.machine.fromPinned).click();
    await teacher.next(text.next.vote);
    expect(await rate.inputValue()).toMatch(/^4[.,]5$/u);
    await roundIn('vote');
  });

  it('keeps what is hidden until the teacher reveals it, and goes back to the best round', async () => {
    await klass.enterStage(AUTOPILOT + 1);
    await teacher.next(text.next.run);
    const [one] = klass.students;
    await one?.send({ kind: 'stop', round: await roundIn('run') });
    await teacher.says(text.stop.stopped(1, 2)).waitFor();
    await look('stop');
    await teacher.next(text.next.revealEarly(1));
    await inspect(teacher.page, { state: `machine-${language}-reveal-asked`, themes: [theme] });
    await teacher.page.keyboard.press('Escape');
    await teacher.dialog().waitFor({ state: 'detached' });
    const { serial } = klass.teacher.view();
    await klass.teacher.send({ kind: 'fast-forward', expected: serial, rounds: 60 });
    await teacher.next(text.next.reveal);
    await teacher.says(text.stop.best).waitFor();
    await look('revealed');
    await teacher.button(text.stop.restore(10)).click();
    await teacher.says(text.stop.restored(10)).waitFor();
  });

  it('asks for bets, shows the answer beside them, and counts to the end of the lesson', async () => {
    await teacher.next(text.next.enterStage(common.stages.test.name));
    await teacher.next(text.next.bet(1, 5));
    await teacher.says(text.test.at(1, 5)).waitFor();
    await teacher.next(text.next.answer);
    await teacher.says(text.test.says).waitFor();
    await look('answer');
    for (let animal = 2; animal <= 5; animal++) {
      await teacher.next(text.next.bet(animal, 5));
      await teacher.next(text.next.answer);
    }
    await teacher.next(text.next.score);
    await look('score');
    await teacher.next(text.next.end);
    await teacher.says(text.ends.title).waitFor();
  });

  it('had nothing to complain of', () => {
    expect(room.complaints.faults()).toEqual([]);
  });
});
