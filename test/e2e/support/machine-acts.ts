import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Cast } from './lesson-cast.ts';
import { SOON } from './soon.ts';
import type { StudentPage } from './student-page.ts';

/** What the standard lesson plans for its machine, in `autopilot` and in `stop`. */
const STEPS = 60;
/** The best round of the network that memorises (shared/lessons/stop-materials.ts). */
const BEST_ROUND = 10;
const ANIMALS = 5;
/** Rates as a class reads them. */
const RATES = { es: { large: '4', right: '0,5' }, en: { large: '4', right: '0.5' } };

/** How many steps the machine has taken, as the console counts them. */
async function stepsTaken({ teacher }: Cast): Promise<number> {
  const rail = (await teacher.page.getByRole('navigation').textContent()) ?? '';
  return Number(new RegExp(`(\\d+) \\S+ ${STEPS}`, 'u').exec(rail)?.[1]);
}

/** Runs the machine ahead, which stands, until it has taken so many steps or all. */
async function runAhead(cast: Cast, least = STEPS): Promise<void> {
  for (let steps = await stepsTaken(cast); steps < least; steps = await stepsTaken(cast)) {
    await cast.teacher.page.keyboard.press('f');
    await expect.poll(() => stepsTaken(cast), SOON).toBeGreaterThan(steps);
  }
}

/** No figure of any page may break, however far the machine has gone. */
async function everyFigureIsWhole({ teacher, screen, ana, beto }: Cast): Promise<void> {
  for (const { page } of [teacher, screen, ana, beto])
    expect(await page.innerText('body')).not.toMatch(/NaN|Infinity|undefined|∞/u);
}

const curvesOf = async (page: Page, name: string): Promise<string> =>
  (await page.getByRole('img', { name }).first().getAttribute('aria-label')) ?? '';

/** The machine descends at three rates, each voted on before. */
export function autopilotActs(language: 'es' | 'en', now: () => Cast): void {
  const rates = RATES[language];

  async function begin(cast: Cast): Promise<void> {
    await cast.teacher.next(cast.text.teacher.next.vote);
    await cast.screen.phase(cast.text.common.phases.vote).waitFor();
  }

  describe('autopilot', () => {
    it('asks what the step will do, and keeps every vote to itself', async () => {
      const cast = now();
      const { teacher, screen, ana, beto, caro, text, sent, keep } = cast;
      await teacher.enterStage('autopilot');
      await screen.says(text.screen.intros.autopilot.question).waitFor();
      await ana.says(text.student.beforeChoosing.autopilot).waitFor();
      await keep([screen.page, 'screen-intro-autopilot'], [ana.page, 'phone-intro-autopilot']);
      await begin(cast);
      await ana.button(text.common.votes.explodes).click();
      await beto.button(text.common.votes.slow).click();
      await caro.button(text.common.votes.fast).click();
      for (const student of [ana, beto, caro]) await student.says(text.later.vote.accepted).waitFor();
      await screen.progress(30, 30, 'vote').waitFor();
      for (const page of [ana, beto, screen, teacher])
        expect(await page.says(text.later.vote.result).count()).toBe(0);
      for (const heard of sent) expect(heard.matching(/"votes":\{/u)).toEqual([]);
      await keep([screen.page, 'screen-vote'], [ana.page, 'phone-vote'], [teacher.page, 'teacher-vote']);
      await ana.page.reload();
      await ana.says(text.later.vote.accepted).waitFor();
      expect(await ana.button(text.common.votes.explodes).getAttribute('aria-pressed')).toBe('true');
    });

    it('falls slowly at a rate too small, by itself and then as far as the teacher runs it ahead', async () => {
      const cast = now();
      const { teacher, screen, ana, beto, text, sent, keep } = cast;
      await teacher.next(text.teacher.next.closeVote);
      await screen.says(text.screen.vote.result).waitFor();
      for (const page of [ana, beto]) await page.says(text.later.vote.result).waitFor();
      for (const heard of sent) expect(heard.matching(/"votes":\{/u)).not.toEqual([]);
      await expect.poll(() => stepsTaken(cast), SOON).toBeGreaterThan(1);
      // By its key, for on a slow machine the button may be gone: a run lasts fifteen seconds.
      await teacher.page.keyboard.press('m');
      await runAhead(cast);
      await ana.says(text.later.descent.steps(STEPS)).waitFor();
      expect(await ana.says(text.later.descent.divergedTitle).count()).toBe(0);
      await keep([screen.page, 'screen-too-small'], [ana.page, 'phone-too-small']);
    });

    it('explodes at a rate too large, calmly and with every figure whole', async () => {
      const cast = now();
      const { teacher, screen, ana, text, keep } = cast;
      await teacher.next(text.teacher.next.runAgain(rates.large));
      await begin(cast);
      await teacher.next(text.teacher.next.closeVote);
      await teacher.next(text.teacher.next.machineStep);
      await runAhead(cast, 20);
      await teacher.says(text.teacher.machine.diverged).waitFor();
      await ana.says(text.later.descent.divergedTitle).waitFor();
      await screen.says(text.screen.divergedShort).waitFor();
      await everyFigureIsWhole(cast);
      await keep(
        [screen.page, 'screen-explodes'],
        [ana.page, 'phone-explodes'],
        [teacher.page, 'teacher-explodes'],
      );
      await runAhead(cast);
    });

    it('falls at the right one, its curve over those of the class', async () => {
      const cast = now();
      const { teacher, screen, ana, text, sent, keep } = cast;
      await teacher.next(text.teacher.next.runAgain(rates.right));
      await begin(cast);
      await teacher.next(text.teacher.next.closeVote);
      await teacher.next(text.teacher.next.machineStep);
      await runAhead(cast);
      await ana.says(text.later.descent.steps(STEPS)).waitFor();
      expect(await ana.says(text.later.descent.divergedTitle).count()).toBe(0);
      const { machine } = text.common.costCurves;
      for (const { page } of [teacher, screen, ana]) {
        const told = await curvesOf(page, machine);
        expect(told).toContain(text.common.stages.probe.name);
        expect(told).toContain(text.common.stages.backprop.name);
      }
      await everyFigureIsWhole(cast);
      for (const heard of sent) expect(heard.matching(/validation/u)).toEqual([]);
      await keep(
        [screen.page, 'screen-right-rate'],
        [ana.page, 'phone-right-rate'],
        [teacher.page, 'teacher-right-rate'],
      );
    });
  });
}

/** The machine memorises; each stops once, and only then sees what was hidden. */
export function stopActs(now: () => Cast): void {
  describe('stop', () => {
    it('lets everybody stop once, blind', async () => {
      const cast = now();
      const { teacher, screen, ana, beto, caro, text, sent, keep } = cast;
      await teacher.next(text.teacher.next.enterStage(text.common.stages.stop.name));
      await screen.says(text.screen.intros.stop.question).waitFor();
      await teacher.next(text.teacher.next.run);
      await ana.heading(text.later.stop.question).waitFor();
      await teacher.page.keyboard.press('m');
      await teacher.button(text.teacher.machine.go).waitFor();
      await runAhead(cast, 20);
      const round = await stepsTaken(cast);
      await ana.says(text.later.stop.keep(round)).waitFor();
      await keep([screen.page, 'screen-stop'], [ana.page, 'phone-stop'], [caro.page, 'phone-stop-320']);
      await ana.page.getByRole('button', { name: text.later.stop.press }).click();
      await ana.heading(text.later.stop.stopped(round)).waitFor();
      await ana.page.reload();
      await ana.heading(text.later.stop.stopped(round)).waitFor();
      expect(await ana.page.getByRole('button', { name: text.later.stop.press }).count()).toBe(0);
      await runAhead(cast);
      await caro.page.getByRole('button', { name: text.later.stop.press }).click();
      await caro.heading(text.later.stop.stopped(STEPS)).waitFor();
      for (const { says } of [ana, beto, caro]) expect(await says(text.later.reveal.best).count()).toBe(0);
      expect(await screen.says(text.screen.reveal.title).count()).toBe(0);
      for (const heard of sent) expect(heard.matching(/validation|"revealed":\{|"stops":/u)).toEqual([]);
      await keep(
        [screen.page, 'screen-stop-over'],
        [ana.page, 'phone-stopped'],
        [teacher.page, 'teacher-stop'],
      );
    });

    it('uncovers what was hidden, and takes the network back to its best round', async () => {
      const { teacher, screen, ana, beto, caro, text, sent, keep } = now();
      await teacher.next(text.teacher.next.reveal);
      await screen.says(text.screen.reveal.title).waitFor();
      for (const { says } of [ana, beto, caro]) await says(text.later.reveal.best).waitFor();
      await ana.says(text.later.reveal.after((await ownStop(ana)) - BEST_ROUND)).waitFor();
      await caro.says(text.later.reveal.after(STEPS - BEST_ROUND)).waitFor();
      await beto.says(text.later.reveal.none).waitFor();
      for (const heard of sent) expect(heard.matching(/validation/u)).not.toEqual([]);
      await keep(
        [screen.page, 'screen-reveal'],
        [ana.page, 'phone-reveal'],
        [beto.page, 'phone-reveal-none'],
        [teacher.page, 'teacher-reveal'],
      );
      const memorised = await teacher.error().textContent();
      await teacher.button(text.teacher.stop.restore(BEST_ROUND)).click();
      await teacher.says(text.teacher.stop.restored(BEST_ROUND)).waitFor();
      await expect.poll(() => teacher.error().textContent(), SOON).not.toBe(memorised);
      await keep([screen.page, 'screen-restored']);
    });
  });
}

/** The round a phone says it stopped at. */
async function ownStop({ page }: StudentPage): Promise<number> {
  return Number(await page.locator('.pair .figure').nth(1).textContent());
}

/** Animals nobody had seen: bets, answers, and the score. */
export function testActs(now: () => Cast): void {
  describe('test', () => {
    it('bets on an animal before anybody knows what it is', async () => {
      const { teacher, screen, ana, beto, caro, text, sent, keep } = now();
      await teacher.next(text.teacher.next.enterStage(text.common.stages.test.name));
      await screen.says(text.screen.intros.test.question).waitFor();
      await teacher.next(text.teacher.next.bet(1, ANIMALS));
      await ana.button(text.common.classes.dog).click();
      await ana.button(text.common.classes.cat).click();
      await beto.button(text.common.classes.dog).click();
      for (const student of [ana, beto]) await student.says(text.later.test.accepted).waitFor();
      expect(await caro.says(text.later.test.accepted).count()).toBe(0);
      for (const page of [ana, beto, caro, screen])
        expect(await page.says(text.later.test.classBets).count()).toBe(0);
      for (const heard of sent) expect(heard.matching(/"answer":\{|"truth"/u)).toEqual([]);
      await keep(
        [screen.page, 'screen-bet'],
        [ana.page, 'phone-bet'],
        [caro.page, 'phone-bet-320'],
        [teacher.page, 'teacher-bet'],
      );
      await teacher.next(text.teacher.next.answer);
      for (const { says } of [ana, beto, caro]) await says(text.later.test.classBets).waitFor();
      await caro.says(text.later.test.none).waitFor();
      await screen.says(text.screen.test.bets).waitFor();
      await teacher.says(text.teacher.test.says).waitFor();
      await keep(
        [screen.page, 'screen-answer'],
        [ana.page, 'phone-answer'],
        [teacher.page, 'teacher-answer'],
      );
    });

    it('counts at the end, the same for everybody', async () => {
      const { teacher, screen, ana, beto, caro, text, keep } = now();
      for (let animal = 2; animal <= ANIMALS; animal++) {
        await teacher.next(text.teacher.next.bet(animal, ANIMALS));
        for (const student of [ana, beto, caro]) {
          await student.button(text.common.classes[animal % 2 === 0 ? 'cat' : 'dog']).click();
          await student.says(text.later.test.accepted).waitFor();
        }
        await teacher.next(text.teacher.next.answer);
        await screen.says(text.screen.test.bets).waitFor();
      }
      await teacher.next(text.teacher.next.score);
      await ana.heading(text.student.machine.score).waitFor();
      await screen.says(text.screen.test.whyItCounts).waitFor();
      const scores = await Promise.all(
        [teacher, ana, beto, caro].map(({ page }) => page.locator('.score dd, .large dd').allTextContents()),
      );
      for (const score of scores) expect(score).toEqual(scores[0]);
      expect(scores[0]).toHaveLength(2);
      await keep([screen.page, 'screen-score'], [ana.page, 'phone-score'], [teacher.page, 'teacher-score']);
    });
  });
}
