import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeSeat } from '../helpers/http-class.ts';
import { openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import { dial } from '../helpers/member.ts';
import { MIDDLING_PHONE, openClassroom, PHONE, SMALL_PHONE, type Classroom } from './support/classroom.ts';
import { inspect, inspectSizes } from './support/inspect.ts';
import type { StudentPage } from './support/student-page.ts';
import type { TeacherPage } from './support/teacher-page.ts';

const PHONES = [SMALL_PHONE, MIDDLING_PHONE];
const WINDOWS = [{ width: 1280, height: 720 }, { width: 768, height: 1024 }, PHONE, SMALL_PHONE];

/** The second language is for whoever looks at pictures: the words differ, what happens does not. */
const LANGUAGES = process.env['PICTURES'] === undefined ? (['es'] as const) : (['es', 'en'] as const);

for (const language of LANGUAGES) {
  describe(`the door of a class, in ${language}`, () => {
    let room: Classroom;
    let klass: LiveClass;
    let teacher: TeacherPage;
    let ana: StudentPage;
    let name = '';

    beforeAll(async () => {
      room = await openClassroom(language, 'light', { reducedMotion: true });
      klass = await openLiveClass(room.server.url, 3, { closeRule: 'teacher', roundSeconds: null });
      teacher = await room.teacher({ width: 1280, height: 720 });
      await teacher.page.goto('/teach');
      await teacher.page.getByLabel(room.text.teacher.signIn.key).fill(room.server.key);
      await teacher.button(room.text.teacher.signIn.enter).click();
      await teacher.button(room.text.teacher.home.goIn).click();
      await teacher.page.getByRole('heading', { name: room.text.teacher.lobby.title }).first().waitFor();
      ana = await room.phone(PHONE);
    });
    afterAll(async () => {
      klass.close();
      await room.close();
    });

    const press = async (button: string): Promise<void> => {
      await teacher.button(button).focus();
      await teacher.page.keyboard.press('Enter');
    };

    async function knock(phone: StudentPage): Promise<void> {
      await phone.page.goto(`/${klass.keys.code}`);
      await phone.page.waitForFunction(
        () => document.querySelector('input[autocomplete]') instanceof HTMLInputElement,
      );
      await expect.poll(() => phone.page.getByLabel(room.text.join.name).inputValue()).not.toBe('');
      await phone.button(room.text.join.enter).click();
      await phone.heading(room.text.student.waitingTitle).waitFor();
    }

    it('keeps who comes waiting once the teacher wants it so, through a reload too', async () => {
      await teacher.page.getByRole('switch', { name: room.text.teacher.settings.approve }).click();
      await knock(ana);
      await inspect(ana.page, { state: `newcomers-${language}-phone` });
      await inspectSizes(ana.page, `newcomers-${language}-phone`, PHONES);
      await ana.page.reload();
      await ana.heading(room.text.student.waitingTitle).waitFor();
      name = await ana.page.locator('.name').first().innerText();
    });

    it('sends who waits nothing of the class', async () => {
      const { token } = await takeSeat(room.server.url, klass.keys.code);
      const waiting = dial({ url: room.server.url, role: 'student', code: klass.keys.code, token });
      await waiting.until('told to wait', ({ heard }) => heard.some((one) => one.name === 'waiting'));
      await klass.teacher.send({ kind: 'fill-with-bots', seats: 8 });
      await klass.teacher.until('filled', (page) => page.view().class.seats >= 8);
      expect(waiting.heard.map((one) => one.name).filter((one) => one !== 'waiting')).toEqual([]);
      expect(waiting.raw.join('')).not.toMatch(/loss|parameters|lesson|seats/u);
      waiting.close();
    });

    it('shows the teacher who waits, and lets them in from the keyboard', async () => {
      const { newcomers } = room.text.teacher;
      await teacher.says(newcomers.title(2)).waitFor();
      await teacher.page.evaluate(() => scrollTo(0, 0));
      await inspect(teacher.page, { state: `newcomers-${language}-console` });
      await inspectSizes(teacher.page, `newcomers-${language}-console`, WINDOWS);
      await press(newcomers.admitName(name));
      await ana.heading(room.text.student.inside).waitFor();
      await press(newcomers.turnAwayName(klass.teacher.view().door.waiting[0]?.name ?? ''));
      await klass.teacher.until('nobody waits', (page) => page.view().door.waiting.length === 0);
    });

    it('gives a seat back to whoever lost it, on the teacher’s word alone', async () => {
      await ana.page.goto('about:blank');
      await klass.teacher.until(
        'she is away',
        (page) => page.view().table.find((row) => row.name === name)?.presence !== 'present',
      );
      const other = await room.phone(SMALL_PHONE);
      await other.page.goto(`/${klass.keys.code}`);
      await other.button(room.text.join.wasHere).click();
      await inspect(other.page, { state: `newcomers-${language}-was-here` });
      await other.page.getByLabel(room.text.join.wasName).fill('nobody at all');
      await other.button(room.text.join.askBack).click();
      await other.says(room.text.join.problems['unknown-seat']).waitFor();
      await inspect(other.page, { state: `newcomers-${language}-unknown-seat`, themes: ['light'] });
      await other.page.getByLabel(room.text.join.wasName).fill(name);
      await other.button(room.text.join.askBack).click();
      await other.heading(room.text.student.waitingTitle).waitFor();
      await teacher.says(room.text.teacher.newcomers.title(1)).waitFor();
      await inspect(teacher.page, { state: `newcomers-${language}-claim`, themes: ['light'] });
      await press(room.text.teacher.newcomers.giveBackName(name));
      await other.heading(room.text.student.inside).waitFor();
      expect(await other.page.locator('.name').first().innerText()).toBe(name);
      await ana.page.goto(`/${klass.keys.code}`);
      await ana.heading(room.text.student.gone['unknown-token'].title).waitFor();
    });

    it('shows out those who just came, and asks them back', async () => {
      const { newcomers, recent } = room.text.teacher;
      await teacher.page.getByRole('switch', { name: room.text.teacher.settings.approve }).click();
      await teacher.button(newcomers.recent).click();
      await teacher.dialog().getByText(recent.ago(300)).click();
      const people = 4;
      await teacher.button(recent.remove(people)).waitFor();
      await inspect(teacher.page, { state: `newcomers-${language}-recent` });
      await inspectSizes(teacher.page, `newcomers-${language}-recent`, WINDOWS);
      await teacher.button(recent.remove(people)).click();
      await teacher.says(newcomers.held.removals).waitFor();
      await teacher.page.evaluate(() => scrollTo(0, 0));
      await inspect(teacher.page, { state: `newcomers-${language}-held` });
      await inspectSizes(teacher.page, `newcomers-${language}-held`, WINDOWS);
      await teacher.button(room.text.common.undo).click();
      await klass.teacher.until('all are back', (page) =>
        page.view().table.every((row) => row.membership === 'seated'),
      );
      await teacher.button(newcomers.openAgain).click();
      await teacher.says(newcomers.held.removals).waitFor({ state: 'detached' });
    });
  });
}
