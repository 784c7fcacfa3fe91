// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import Student from '../../../client/screens/Student.svelte';
import { loadLaterScenes } from '../../../client/screens/student/later-scenes.ts';
import type { Session } from '../../../client/state/session.svelte.ts';
import { className } from '../../../client/text/data-words.ts';
import type { StudentIntent } from '../../../shared/wire/student-intents.ts';
import { openClassroom, ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { phoneOf, phoneWords, type Phone } from '../../helpers/phone.ts';

afterEach(cleanup);

const AUTOPILOT = 4;
const STOP = 5;
const TEST = 6;
const words = await phoneWords('es');
// Once, so that no test waits for scenes to be compiled.
const { text: later } = await loadLaterScenes(words.text);
const choices = createRawSnippet(() => ({ render: () => '<div></div>' }));

/** Two students, in a stage whose machine steps when the teacher says so. */
function inStage(stage: number, lesson = 'pets'): Classroom {
  const room = openClassroom({ lesson, settings: { closeRule: 'teacher' } });
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(2);
  room.enter(stage);
  room.must(TEACHER, { kind: 'change-settings', patch: { machineSpeed: 0 } });
  room.next();
  return room;
}

function ahead(room: Classroom, rounds: number): void {
  room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds });
}

function show(room: Classroom, changes: Partial<Session<'student'>> = {}, seat = 1): Phone {
  const phone = phoneOf(room, seat, changes);
  render(Student, {
    session: phone.session,
    code: 'KM47RX',
    words,
    choices,
    onreload: () => undefined,
    onenter: () => undefined,
  });
  return phone;
}

const button = (name: string | RegExp): Promise<HTMLElement> => screen.findByRole('button', { name });
const pending = (intent: StudentIntent) => ({ pending: [{ seq: 1, intent }] });

describe('the vote before the machine descends', () => {
  it('is one press, and may change until the machine begins', async () => {
    const room = inStage(AUTOPILOT);
    const { sent } = show(room);
    await fireEvent.click(await button(words.common.votes.explodes));
    expect(sent).toEqual([{ kind: 'vote', round: room.state().roundCount, vote: 'explodes' }]);
  });

  it('has its tick only once the server has it', async () => {
    const room = inStage(AUTOPILOT);
    const vote = { kind: 'vote', round: room.state().roundCount, vote: 'fast' } as const;
    show(room, pending(vote));
    expect((await button(words.common.votes.fast)).getAttribute('aria-pressed')).toBe('true');
    expect(screen.queryByText(later.vote.accepted)).toBeNull();
    expect(screen.getByText(words.common.sending)).toBeTruthy();
    cleanup();
    room.must(room.student(1), vote);
    show(room);
    expect(await screen.findByText(later.vote.accepted)).toBeTruthy();
  });

  it('is open to somebody who came in the middle and holds no weight', async () => {
    const room = inStage(AUTOPILOT);
    const [late] = room.join(1);
    const { session, sent } = show(room, {}, late);
    expect(session.seat?.parameters).toEqual([]);
    await fireEvent.click(await button(words.common.votes.slow));
    expect(sent).toHaveLength(1);
  });

  it('waits while the class is paused', async () => {
    const room = inStage(AUTOPILOT);
    room.must(TEACHER, { kind: 'pause' });
    show(room);
    expect(await button(words.common.votes.slow)).toHaveProperty('disabled', true);
  });

  it('is shown with mine marked once the machine runs, and not before', async () => {
    const room = inStage(AUTOPILOT);
    room.must(room.student(1), { kind: 'vote', round: room.state().roundCount, vote: 'fast' });
    show(room);
    await button(words.common.votes.fast);
    expect(screen.queryByText(later.vote.result)).toBeNull();
    cleanup();
    room.next();
    show(room);
    expect(await screen.findByText(later.vote.result)).toBeTruthy();
    expect(screen.getByText(later.vote.yours)).toBeTruthy();
  });
});

describe('the machine’s descent', () => {
  it('shows the learning rate and the steps, and says calmly that the error exploded', async () => {
    const room = inStage(AUTOPILOT);
    room.next();
    room.must(TEACHER, { kind: 'change-settings', patch: { learningRate: 60 } });
    ahead(room, 8);
    show(room);
    expect(await screen.findByText(later.descent.divergedTitle)).toBeTruthy();
    expect(screen.getByText('60')).toBeTruthy();
    expect(screen.getByText(new RegExp(later.descent.steps(8), 'u'))).toBeTruthy();
  });

  it('says so when nobody voted', async () => {
    const room = inStage(AUTOPILOT);
    room.next();
    show(room);
    expect(await screen.findByText(later.vote.nobody)).toBeTruthy();
  });
});

describe('STOP', () => {
  it('takes no press in the first moment, for a thumb that happens to lie there', async () => {
    const room = inStage(STOP);
    const { sent } = show(room);
    const stop = await button(/^STOP/u);
    expect(stop).toHaveProperty('disabled', true);
    await fireEvent.click(stop);
    expect(sent).toEqual([]);
  });

  it('sends the round that is seen, and names it as the machine counts', async () => {
    const room = inStage(STOP);
    ahead(room, 7);
    const { sent } = show(room);
    const stop = await button(/^STOP/u);
    expect(stop.textContent).toContain(later.stop.keep(7));
    await expect.poll(() => stop.hasAttribute('disabled'), { timeout: 4_000 }).toBe(false);
    await fireEvent.click(stop);
    expect(sent).toEqual([{ kind: 'stop', round: room.state().roundCount }]);
  });

  it('is gone once pressed: on its way, then kept with its round', async () => {
    const room = inStage(STOP);
    ahead(room, 7);
    const intent = { kind: 'stop', round: room.state().roundCount } as const;
    show(room, pending(intent));
    expect(await button(/^STOP/u)).toHaveProperty('disabled', true);
    expect(screen.getByText(later.stop.sending)).toBeTruthy();
    cleanup();
    room.must(room.student(1), intent);
    ahead(room, 5);
    show(room);
    expect(await screen.findByText(later.stop.stopped(7))).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^STOP/u })).toBeNull();
  });

  it('is blind: nothing says how many have stopped, or how new examples fare', async () => {
    const room = inStage(STOP);
    ahead(room, 7);
    room.must(room.student(2), { kind: 'stop', round: room.state().roundCount });
    show(room);
    await button(/^STOP/u);
    expect(document.body.textContent).not.toMatch(/ha parado|han parado|1 de 2/u);
    expect(screen.queryByText(later.reveal.best)).toBeNull();
  });

  it('is set beside the best round at the end, without blame', async () => {
    const room = inStage(STOP);
    ahead(room, 40);
    room.must(room.student(1), { kind: 'stop', round: room.state().roundCount });
    ahead(room, 20);
    room.reach('reveal');
    const { session } = show(room);
    const best = session.view?.stop?.revealed?.best.round ?? -1;
    expect(await screen.findByText(later.reveal.best)).toBeTruthy();
    expect(screen.getByText(later.reveal.after(40 - best))).toBeTruthy();
    cleanup();
    show(room, {}, 2);
    expect(await screen.findByText(later.reveal.none)).toBeTruthy();
  });
});

describe('a bet on an animal nobody has seen', () => {
  it('is one press on one of the classes', async () => {
    const room = inStage(TEST);
    const { sent } = show(room);
    await fireEvent.click(await button(words.common.classes.dog));
    expect(sent).toEqual([{ kind: 'bet', round: room.state().roundCount, animal: 0, answer: 1 }]);
    expect(screen.getByText(later.test.animal(1, 5))).toBeTruthy();
  });

  it('has a button for each of three kinds of penguin', async () => {
    const room = inStage(TEST - 2, 'penguins');
    show(room);
    for (const key of ['adelie', 'chinstrap', 'gentoo']) {
      expect(await button(className(words.common, key))).toBeTruthy();
    }
  });

  it('is set beside the network’s answer and the truth, and counted', async () => {
    const room = inStage(TEST);
    room.must(room.student(1), { kind: 'bet', round: room.state().roundCount, animal: 0, answer: 1 });
    room.next();
    const { session } = show(room);
    const answer = session.view?.test?.answer;
    expect(await screen.findByText(later.test.network)).toBeTruthy();
    const verdict = answer?.truth === 1 ? later.test.youRight : later.test.youWrong;
    expect(screen.getByText(verdict)).toBeTruthy();
    cleanup();
    room.reach('score');
    show(room);
    expect(await screen.findByText(later.test.score)).toBeTruthy();
  });
});

describe('a scene that has not come over the line', () => {
  it('is said to be loading, in a phone that is never empty', () => {
    const room = inStage(STOP);
    show(room);
    expect(screen.getByText(words.text.loadingScene)).toBeTruthy();
  });

  it('does not hide that the class is paused, frozen or lost', async () => {
    const room = inStage(STOP);
    room.must(TEACHER, { kind: 'attention', on: true });
    show(room);
    expect(screen.getByRole('heading', { name: words.text.attention })).toBeTruthy();
    cleanup();
    room.must(TEACHER, { kind: 'attention', on: false });
    show(room, { status: { kind: 'reconnecting' } });
    expect(screen.getByRole('alert').textContent).toContain(words.text.lost);
    expect(await button(/^STOP/u)).toBeTruthy();
  });
});
