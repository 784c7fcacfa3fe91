import type { Language } from '../../../client/text/language.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeviceOptions, Theme } from './browser.ts';
import { MIDDLING_PHONE, openClassroom, PHONE, PROJECTOR, SMALL_PHONE, type Classroom } from './classroom.ts';
import { actsOfOneStory } from './in-order.ts';
import type { Cast } from './lesson-cast.ts';
import { SOON } from './soon.ts';
import { autopilotActs, stopActs, testActs } from './machine-acts.ts';
import { picture, pictureEverything } from './screenshots.ts';
import { screenPage, type ScreenPage } from './screen-page.ts';
import { listenTo, listenToNextPage, type Sent } from './sent.ts';
import { PHONES_ADDRESS } from './server.ts';
import type { StudentPage, Way } from './student-page.ts';
import type { TeacherPage } from './teacher-page.ts';
import type { Texts } from './texts.ts';
import { takeWire, type Wire } from './wire.ts';

/** The stages in which the network of the standard lesson learns, in order. */
const LEARNING = ['guess', 'keep-if-better', 'probe', 'backprop', 'autopilot', 'stop'] as const;

/** A class plays "Perro o gato" from the lobby to its report, and nobody sees anything before its time. */
export function playWholeLesson(
  language: Language,
  theme: Theme,
  everywhere: Partial<DeviceOptions> = {},
): void {
  actsOfOneStory(() => pictureEverything(room.browser));

  let room: Classroom;
  let text: Texts;
  let teacher: TeacherPage;
  let screen: ScreenPage;
  let ana: StudentPage;
  let beto: StudentPage;
  let caro: StudentPage;
  let students: readonly StudentPage[];
  let names: readonly string[];
  let wire: Wire;
  let sent: readonly Sent[];

  beforeAll(async () => {
    room = await openClassroom(language, theme, everywhere);
    ({ text } = room);
    teacher = await room.teacher();
    [ana, beto, caro] = [
      await room.phone(PHONE),
      await room.phone(MIDDLING_PHONE),
      await room.phone(SMALL_PHONE),
    ];
    students = [ana, beto, caro];
    wire = await takeWire(beto.page);
    sent = [listenTo(ana.page), listenTo(caro.page)];
  });

  afterAll(() => room.close());

  const keep: Cast['keep'] = async (...pictures) => {
    await Promise.all(pictures.map(([page, name]) => picture(page, `lesson-${language}-${name}`)));
  };

  const cast = (): Cast => ({ room, text, teacher, screen, ana, beto, caro, sent, keep });

  /** Presses the big button through a round's first phases, until the class may propose. */
  async function askForProposals(): Promise<void> {
    await teacher.next(text.teacher.next.compare);
    await teacher.next(text.teacher.next.nudge);
    await screen.phase(text.common.phases.nudge).waitFor();
  }

  async function everybodyProposes(ways: readonly Way[]): Promise<void> {
    await Promise.all(students.map((student, index) => student.choice(ways[index] ?? 'leave').click()));
  }

  async function seesTheStep(): Promise<void> {
    await screen.phase(text.common.phases.adjust).waitFor();
    await Promise.all(
      students.map((student) => student.page.getByText(text.student.together, { exact: true }).waitFor()),
    );
  }

  /** What everybody reads: the same figure on the console, the projector and all phones. */
  async function sharedError(): Promise<string> {
    const figure = (await ana.error().textContent()) ?? '';
    for (const { error } of [beto, caro, teacher, screen]) {
      await expect.poll(() => error().textContent(), SOON).toBe(figure);
    }
    return figure;
  }

  it('the teacher comes in by the link with the key, which leaves the address bar', async () => {
    await teacher.openClass(room.server.key);
    expect(teacher.page.url()).not.toContain('key');
    expect(teacher.code()).toMatch(/^[2-9CDFHJKMNPQRTVWXY]{6}$/u);
    await keep([teacher.page, 'teacher-lobby-empty']);
  });

  it('the projector tells how to enter', async () => {
    sent = [...sent, listenToNextPage(teacher.context)];
    screen = screenPage(await teacher.openProjector(PROJECTOR), text);
    await screen.says(text.screen.enterTitle).waitFor();
    await screen.says(PHONES_ADDRESS.replace('http://', '')).waitFor();
    expect(screen.page.url()).not.toContain('token');
    await keep([screen.page, 'screen-lobby-empty']);
  });

  it('three students enter with the code, and see themselves on the projector', async () => {
    const code = teacher.code();
    // One after the other, so that Ana is the first of the class: her name stands first on the weight she shares.
    const joined: string[] = [];
    for (const student of students) joined.push(await student.joinWith(code));
    names = joined;
    for (const name of names) {
      await screen.says(name).waitFor();
      await teacher.row(name).waitFor();
    }
    await keep([ana.page, 'phone-lobby']);
  });

  it('bots fill the class to thirty', async () => {
    await teacher.page.getByLabel(text.teacher.home.size).selectOption('30');
    await teacher.button(text.teacher.lobby.fill).click();
    await teacher.says(text.teacher.bar.inside(3, 0, 27)).waitFor();
    await screen.says(text.screen.ownership(17, 30)).waitFor();
    await keep([teacher.page, 'teacher-lobby'], [screen.page, 'screen-lobby']);
  });

  it('a practice round shows what a weight is and which one is mine', async () => {
    await teacher.button(text.teacher.lobby.practice).click();
    await ana.says(text.student.watch.predict.title).waitFor();
    await keep([ana.page, 'phone-practice-predict']);
    await askForProposals();
    await ana.says(text.common.yourWeight).waitFor();
    await everybodyProposes(['raise', 'lower', 'leave']);
    await seesTheStep();
    await ana.says(text.student.practiceOver).waitFor();
    await keep([ana.page, 'phone-practice-adjust']);
  });

  describe('guess', () => {
    it('starts with a question to think about', async () => {
      await teacher.enterStage('guess');
      await screen.says(text.screen.intros.guess.question).waitFor();
      await ana.says(text.student.introNext).waitFor();
      await keep([screen.page, 'screen-intro-guess'], [ana.page, 'phone-intro-guess']);
    });

    it('shows a tick only when the server has the proposal', async () => {
      await teacher.next(text.teacher.next.openRound(2));
      await screen.phase(text.common.phases.predict).waitFor();
      await keep([screen.page, 'screen-guess-predict']);
      await teacher.next(text.teacher.next.compare);
      await ana.says(text.student.watch.compare.title).waitFor();
      await keep([ana.page, 'phone-guess-compare']);
      await teacher.next(text.teacher.next.nudge);
      await beto.choice('raise').waitFor();
      wire.hold();
      await beto.choice('raise').click();
      await beto.says(text.common.sending).waitFor();
      expect(await beto.tick().count()).toBe(0);
      await keep([beto.page, 'phone-sending']);
      wire.release();
      await beto.tick().waitFor();
      await screen.progress(28, 30).waitFor();
      await keep([screen.page, 'screen-guess-nudge'], [teacher.page, 'teacher-guess-nudge']);
    });

    it('keeps a proposal through a reload in the middle of a round', async () => {
      await ana.propose('lower');
      await ana.page.reload();
      await ana.tick().waitFor();
      expect(await ana.choice('lower').getAttribute('aria-pressed')).toBe('true');
      await keep([ana.page, 'phone-guess-nudge']);
    });

    it('closes the round when the last one has proposed, and says the same error to everybody', async () => {
      await caro.choice('raise').click();
      await seesTheStep();
      await sharedError();
      await keep(
        [screen.page, 'screen-guess-adjust'],
        [ana.page, 'phone-guess-adjust'],
        [caro.page, 'phone-guess-adjust-320'],
      );
      // Nothing of what would have helped is on anybody's page yet.
      expect(await ana.says(text.student.probeCurve).count()).toBe(0);
      expect(await ana.says(text.student.arrowTitle).count()).toBe(0);
    });

    it('plays twenty more rounds at once', async () => {
      await teacher.button(text.teacher.pace.fastForward(20)).click();
      await ana.says(text.student.ranAhead).waitFor();
      await screen.says(text.screen.ranAhead(20)).waitFor();
      await expect.poll(() => screen.page.getByRole('img', { name: /\b22\b/u }).count(), SOON).toBe(1);
      await sharedError();
      await keep(
        [screen.page, 'screen-guess-ahead'],
        [ana.page, 'phone-guess-ahead'],
        [teacher.page, 'teacher-guess-ahead'],
      );
    });
  });

  describe('keep what is better', () => {
    it('takes a round back that raised the error, as a discovery', async () => {
      await teacher.enterStage('keep-if-better');
      await teacher.button(text.teacher.next.openRound(23)).click();
      for (let round = 23; ; round++) {
        await askForProposals();
        await teacher.next(text.teacher.next.close);
        await seesTheStep();
        if ((await ana.says(text.student.takenBack).count()) > 0) break;
        await ana.says(text.student.kept).waitFor();
        expect(round, 'some round should make the error rise').toBeLessThan(40);
        await teacher.next(text.teacher.next.nextRound(round + 1));
      }
      await screen.says(text.screen.takenBack).waitFor();
      await keep([ana.page, 'phone-taken-back'], [screen.page, 'screen-taken-back']);
      await sharedError();
    });
  });

  describe('probe', () => {
    it('tells what both directions would do, but only to those who have committed', async () => {
      await teacher.enterStage('probe');
      await keep([ana.page, 'phone-intro-probe']);
      await teacher.page.locator('.dock').getByRole('button').nth(1).click();
      await askForProposals();
      expect(await ana.says(/[+−]0[.,]\d{3}/u).count()).toBe(0);
      await ana.propose('raise');
      await ana.says(text.student.probeCurve).waitFor();
      await expect.poll(() => ana.choice('lower').textContent(), SOON).toMatch(/[+−]0[.,]\d{3}/u);
      expect(await beto.says(text.student.probeCurve).count()).toBe(0);
      await keep(
        [ana.page, 'phone-probe-committed'],
        [beto.page, 'phone-probe-before'],
        [screen.page, 'screen-probe-nudge'],
      );
    });

    it('lets a student change direction and size until the close', async () => {
      await ana.propose('lower');
      await ana.page.getByText(text.common.sizes.large, { exact: true }).click();
      await ana.tick().waitFor();
      await expect.poll(() => ana.choice('lower').getAttribute('aria-pressed'), SOON).toBe('true');
    });

    it('hands the seat to a second tab, and back with one tap', async () => {
      const second = await ana.context.newPage();
      await second.goto(`/${teacher.code()}`);
      await second.getByText(text.common.accepted, { exact: true }).waitFor();
      await ana.button(text.student.continueHere).waitFor();
      await keep([ana.page, 'phone-elsewhere']);
      await ana.button(text.student.continueHere).click();
      await ana.tick().waitFor();
      await second.getByRole('button', { name: text.student.continueHere }).waitFor();
      await second.close();
      await teacher.says(text.teacher.bar.inside(3, 0, 27)).waitFor();
    });

    it('comes back by itself when a phone was without a network', async () => {
      await caro.context.setOffline(true);
      await caro.says(text.student.lost).waitFor();
      await keep([caro.page, 'phone-lost']);
      await caro.choice('leave').click();
      await caro.says(text.common.sending).waitFor();
      await caro.context.setOffline(false);
      await caro.tick().waitFor();
      await caro.page.getByText(text.student.lost).waitFor({ state: 'detached' });
    });

    it('gives a last chance to look once all have committed, then takes the step', async () => {
      await beto.propose('raise');
      await ana.says(text.student.timeLeft(4)).waitFor();
      await seesTheStep();
      await sharedError();
      await keep([screen.page, 'screen-probe-adjust'], [ana.page, 'phone-probe-adjust']);
    });

    it('stops and starts every clock at the teacher’s word', async () => {
      await teacher.page.getByText(text.teacher.home.seconds(40), { exact: true }).click();
      await teacher.next(text.teacher.next.nextRound(roundOf(await screen.page.textContent('header')) + 1));
      await askForProposals();
      await ana.says(text.student.timeLeft(39)).waitFor();
      await teacher.page.keyboard.press('.');
      await ana.says(text.student.paused).waitFor();
      await screen.says(text.screen.paused).waitFor();
      const stopped = await ana.page.locator('.time').textContent();
      await keep([ana.page, 'phone-paused'], [screen.page, 'screen-paused']);
      await teacher.page.keyboard.press('+');
      await expect.poll(() => ana.page.locator('.time').textContent(), SOON).not.toBe(stopped);
      await teacher.page.keyboard.press('.');
      await ana.page.getByText(text.student.paused).waitFor({ state: 'detached' });
    });

    it('freezes the phones: look at the screen', async () => {
      await teacher.page.keyboard.press('a');
      await ana.heading(text.student.attention).waitFor();
      await screen.says(text.screen.attention).waitFor();
      await keep(
        [ana.page, 'phone-attention'],
        [screen.page, 'screen-attention'],
        [teacher.page, 'teacher-attention'],
      );
      await teacher.page.keyboard.press('a');
      await ana.choice('raise').waitFor();
    });

    it('goes on when the teacher and the projector reload', async () => {
      await Promise.all([teacher.page.reload(), screen.page.reload()]);
      await teacher.button(text.teacher.next.close).waitFor();
      await screen.phase(text.common.phases.nudge).waitFor();
      await teacher.next(text.teacher.next.close);
      await seesTheStep();
      await sharedError();
    });
  });

  describe('backprop', () => {
    it('asks for a guess, and opens the arrows layer by layer from the output', async () => {
      // No page but the teacher's has had a gradient so far, nor a figure of the new animals.
      for (const heard of sent) expect(heard.matching(/gradient|validation/u)).toEqual([]);
      await teacher.enterStage('backprop');
      await teacher.page.locator('.dock').getByRole('button').nth(1).click();
      await ana.says(text.student.guessQuestion).waitFor();
      await keep([ana.page, 'phone-backprop-predict'], [screen.page, 'screen-backprop-predict']);
      for (const student of students) {
        await student.page
          .getByRole('group', { name: text.student.guessQuestion })
          .getByRole('button', { name: text.common.raising })
          .click();
        await student.tick().waitFor();
      }
      await teacher.next(text.teacher.next.layer(2));
      await teacher.next(text.teacher.next.compare);
      const arrows = async (): Promise<number> => {
        const seen = await Promise.all(
          students.map(({ page }) => page.getByText(text.student.arrowTitle, { exact: true }).count()),
        );
        return seen.filter((count) => count > 0).length;
      };
      await screen.phase(text.common.phases.compare).waitFor();
      expect(await arrows()).toBe(0);
      for (const heard of sent) expect(heard.matching(/gradient/u)).toEqual([]);
      await teacher.next(text.teacher.next.backward);
      await screen.says(text.screen.costTitle).waitFor();
      await keep([screen.page, 'screen-backprop-output']);
      // Their weights are of the layer that is still shut.
      expect(await arrows()).toBe(0);
      for (const heard of sent) expect(heard.matching(/"layer":1,"gradient"/u)).toEqual([]);
      await teacher.next(text.teacher.next.backwardLayer(1));
      await expect.poll(arrows, SOON).toBe(3);
      for (const heard of sent)
        await expect.poll(() => heard.matching(/"layer":1,"gradient"/u), SOON).not.toEqual([]);
      await ana.says(text.student.guessMine(text.common.raising)).waitFor();
      await keep(
        [screen.page, 'screen-backprop-hidden'],
        [ana.page, 'phone-arrow'],
        [teacher.page, 'teacher-backprop'],
      );
    });

    it('looks inside a weight whose layer is open, and has its gradient checked by a probe', async () => {
      await ana.button(text.later.inside.open).first().click();
      await ana.heading(text.later.inside.title).waitFor();
      expect(await ana.page.locator('math').count()).toBeGreaterThan(0);
      const weight = (await ana.page.getByRole('dialog').locator('p').first().textContent()) ?? '';
      await keep([ana.page, 'phone-inside']);
      await ana.page.keyboard.press('Escape');
      await teacher.page.getByLabel(text.teacher.backprop.check.weight, { exact: true }).selectOption(weight);
      await teacher.button(text.teacher.backprop.check.ask).click();
      await teacher.page.getByText(text.teacher.backprop.check.same, { exact: true }).waitFor();
      await screen.says(text.screen.check.title).waitFor();
      await ana.says(text.later.check.title).waitFor();
      await keep([screen.page, 'screen-check'], [ana.page, 'phone-check'], [teacher.page, 'teacher-check']);
      await teacher.button(text.teacher.backprop.check.remove).click();
      await ana.says(text.later.check.title).waitFor({ state: 'detached' });
    });

    it('survives the death of the server in the middle of a round', async () => {
      await teacher.page.getByText(text.teacher.settings.more).click();
      await teacher.page.getByText(text.teacher.settings.closeRules.teacher, { exact: true }).click();
      await teacher.next(text.teacher.next.nudge);
      await ana.propose('raise');
      await room.server.crash();
      await Promise.all(students.map((student) => student.says(text.student.lost).waitFor()));
      await screen.says(text.screen.linkLost).waitFor();
      await keep([screen.page, 'screen-lost'], [teacher.page, 'teacher-lost']);
      await beto.choice('lower').click();
      await room.server.restart();
      await ana.tick().waitFor();
      await beto.tick().waitFor();
      await screen.progress(29, 30).waitFor();
    });

    it('says whether each went with the arrow', async () => {
      await caro.propose('leave');
      await screen.progress(30, 30).waitFor();
      await teacher.next(text.teacher.next.close);
      await seesTheStep();
      for (const { says } of students)
        await says(new RegExp(`${text.student.agreed(1, 1)}|${text.student.agreed(0, 1)}`, 'u')).waitFor();
      await sharedError();
      await keep([ana.page, 'phone-backprop-adjust'], [screen.page, 'screen-backprop-adjust']);
    });
  });

  it('the teacher undoes the round, and goes back to any round by its point of the curve', async () => {
    const before = await sharedError();
    await teacher.page.keyboard.press('z');
    await expect.poll(() => teacher.error().textContent(), SOON).not.toBe(before);
    await ana.heading(text.common.stages.backprop.name).waitFor();
    await keep([screen.page, 'screen-went-back']);
    await teacher.page
      .getByRole('button', { name: text.teacher.curve.goBack(5) })
      .first()
      .click();
    await keep([teacher.page, 'teacher-go-back']);
    await teacher
      .dialog()
      .getByRole('button', { name: text.teacher.curve.goBack(5) })
      .click();
    await ana.heading(text.common.stages.guess.name).waitFor();
  });

  it('the teacher renames, mutes, previews and removes a student, and lets the student back in', async () => {
    const [first = '', second = ''] = names;
    const dialog = await teacher.openSeat(first);
    await dialog.getByRole('textbox', { name: text.teacher.seat.rename }).fill('Lobo tranquilo');
    await keep([teacher.page, 'teacher-seat']);
    await dialog.getByRole('button', { name: text.teacher.seat.save }).click();
    await teacher.row('Lobo tranquilo').waitFor();

    await teacher.openSeat(second);
    await teacher.dialog().getByRole('switch', { name: text.teacher.seat.mute }).click();
    await beto.says(text.student.muted).waitFor();
    await keep([beto.page, 'phone-muted']);
    await teacher.dialog().getByRole('switch', { name: text.teacher.seat.mute }).click();
    await teacher.dialog().getByRole('button', { name: text.teacher.seat.preview }).click();
    await teacher.says(text.teacher.preview.title(second)).waitFor();
    await keep([teacher.page, 'teacher-preview']);
    await teacher.page.keyboard.press('Escape');

    await teacher.openSeat(second);
    await teacher.dialog().getByRole('button', { name: text.teacher.seat.remove }).click();
    await beto.heading(text.student.gone.removed.title).waitFor();
    await keep([beto.page, 'phone-removed'], [teacher.page, 'teacher-removed']);
    await teacher.button(text.common.undo).click();
    await teacher.row(second).getByText(text.teacher.table.removed).waitFor({ state: 'detached' });
    await beto.button(text.student.tryAgain).click();
    await teacher.says(text.teacher.bar.inside(3, 0, 27)).waitFor();
    await beto.heading(text.common.stages.guess.name).waitFor();
  });

  it('the teacher points out a weight, and shows whose weights they are', async () => {
    await teacher.page.keyboard.press('Space');
    await askForProposals();
    await teacher.page.locator('.graph').getByRole('button').first().click();
    await teacher.button(text.teacher.spotlight.off).waitFor();
    await teacher.page.getByRole('switch', { name: text.teacher.settings.names }).click();
    await screen.says('Lobo').waitFor();
    await keep([screen.page, 'screen-names'], [teacher.page, 'teacher-more']);
  });

  it('the teacher darkens the projector, shuts the door and changes the code', async () => {
    await teacher.page.keyboard.press('b');
    await screen.says(text.screen.blank).waitFor();
    await keep([screen.page, 'screen-blank']);
    await teacher.page.keyboard.press('b');
    await screen.says(text.screen.blank).waitFor({ state: 'detached' });
    await teacher.page.getByRole('button', { name: text.teacher.bar.lockHint }).click();
    await teacher.says(text.teacher.bar.locked).waitFor();
    const before = teacher.code();
    await teacher.button(text.teacher.bar.invite).click();
    await teacher.button(text.teacher.join.newCode).click();
    await expect.poll(() => teacher.code(), SOON).not.toBe(before);
    await keep([teacher.page, 'teacher-invite']);
    await teacher.page.keyboard.press('Escape');
    await expect.poll(() => ana.page.url().replace('-', ''), SOON).toContain(teacher.code());
    await screen.page.keyboard.press('j');
    await keep([screen.page, 'screen-join']);
    await screen.page.keyboard.press('Escape');
    await ana.page.reload();
    await ana.choice('raise').waitFor();
  });

  autopilotActs(language, cast);
  stopActs(cast);
  testActs(cast);

  it('the class ends with what it came to, for everybody', async () => {
    await teacher.next(text.teacher.next.end);
    await keep([teacher.page, 'teacher-end']);
    await teacher.dialog().getByRole('button', { name: text.teacher.ends.confirm }).click();
    await teacher.says(text.teacher.ends.summary).waitFor();
    await screen.says(text.screen.ended).waitFor();
    for (const student of students) await student.heading(text.student.endedTitle).waitFor();
    await keep([teacher.page, 'teacher-ended'], [screen.page, 'screen-ended'], [ana.page, 'phone-ended']);
  });

  it('the end leads to the report, which tells of every stage that trained and of the stops', async () => {
    await teacher.page.getByRole('link', { name: text.teacher.ends.report }).click();
    await teacher.page.getByRole('heading', { name: text.report.stages.title }).waitFor();
    for (const kind of LEARNING) await teacher.says(text.common.stages[kind].name).waitFor();
    await teacher.page.getByRole('heading', { name: text.report.stops.title }).waitFor();
    await keep([teacher.page, 'report']);
  });

  it('no page had anything to complain of', () => {
    expect(room.complaints.faults()).toEqual([]);
    expect(room.complaints.strangers()).toEqual([]);
  });
}

/** The round's number, which ends the projector's header. */
function roundOf(header: string | null): number {
  return Number(/(\d+)\s*$/u.exec(header ?? '')?.[1]);
}
