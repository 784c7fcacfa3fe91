// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import Student from '../../../client/screens/Student.svelte';
import type { Session } from '../../../client/state/session.svelte.ts';
import { openClassroom, ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { phoneOf, phoneWords, type Phone } from '../../helpers/phone.ts';

afterEach(cleanup);

const spanish = await phoneWords('es');
const english = await phoneWords('en');
const choices = createRawSnippet(() => ({ render: () => '<div></div>' }));

/** Two students and a teacher who closes the rounds. */
function classroom(): Classroom {
  const room = openClassroom({ settings: { closeRule: 'teacher' } });
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(2);
  return room;
}

function show(room: Classroom, changes: Partial<Session<'student'>> = {}, words = spanish): Phone {
  const phone = phoneOf(room, 1, changes);
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

describe("a student's phone", () => {
  it('proposes with one press, for the weight that is shown', async () => {
    const room = classroom();
    room.enter(0);
    room.reach('nudge');
    const { sent, session } = show(room);
    await fireEvent.click(screen.getByRole('button', { name: /^Subir/u }));
    expect(sent).toEqual([
      {
        kind: 'nudge',
        round: 1,
        parameter: session.seat?.parameters[0]?.parameter,
        direction: 1,
        size: 'normal',
      },
    ]);
  });

  it('sends a chosen direction again when the size changes, and waits with a size until there is one', async () => {
    const room = classroom();
    room.enter(0);
    room.reach('nudge');
    const first = show(room);
    await fireEvent.click(screen.getByRole('radio', { name: 'zancada' }));
    expect(first.sent).toEqual([]);
    await fireEvent.click(screen.getByRole('button', { name: /^Bajar/u }));
    expect(first.sent).toMatchObject([{ direction: -1, size: 'large' }]);
    cleanup();
    room.must(room.student(1), room.nudge(1, -1));
    const second = show(room);
    await fireEvent.click(screen.getByRole('radio', { name: 'pasito' }));
    expect(second.sent).toMatchObject([{ direction: -1, size: 'small' }]);
  });

  it('shows the tick only once the server has the proposal', () => {
    const room = classroom();
    room.enter(0);
    room.reach('nudge');
    const command = room.nudge(1, 1);
    if (command.kind !== 'nudge') throw new Error('a nudge is a nudge');
    show(room, { pending: [{ seq: 1, intent: command }] });
    expect(screen.getByText('Enviando…')).toBeTruthy();
    expect(screen.queryByText('Propuesta recibida')).toBeNull();
    cleanup();
    room.must(room.student(1), command);
    show(room);
    expect(screen.getByText('Propuesta recibida')).toBeTruthy();
  });

  it('shows both values on the buttons in `probe`, after committing and not before', () => {
    const room = classroom();
    room.enter(2);
    room.reach('nudge');
    show(room);
    expect(screen.getByRole('button', { name: /^Subir/u }).textContent).not.toContain('error');
    cleanup();
    room.must(room.student(1), room.nudge(1, 1));
    show(room);
    expect(screen.getByRole('button', { name: /^Subir/u }).textContent).toMatch(/error [+−]0,\d+/u);
    expect(screen.getByRole('button', { name: /^Bajar/u }).textContent).toMatch(/error [+−]0,\d+/u);
  });

  it('lets nobody propose while the class is paused, and says that the clock stands', () => {
    const room = classroom();
    room.enter(0);
    room.reach('nudge');
    room.must(TEACHER, { kind: 'pause' });
    show(room);
    expect(screen.getByRole('button', { name: /^Subir/u })).toHaveProperty('disabled', true);
    expect(screen.getByText(spanish.text.paused)).toBeTruthy();
  });

  it('still takes a proposal without a link, to send it when the link is back', async () => {
    const room = classroom();
    room.enter(0);
    room.reach('nudge');
    const { sent } = show(room, { status: { kind: 'reconnecting' } });
    expect(screen.getByRole('alert').textContent).toContain('Sin conexión');
    await fireEvent.click(screen.getByRole('button', { name: /^Subir/u }));
    expect(sent).toHaveLength(1);
  });

  it('walks through several weights by tabs', async () => {
    const room = classroom();
    room.enter(0);
    room.reach('nudge');
    const { sent, session } = show(room);
    const tabs = screen.getAllByRole('tab');
    expect(tabs.length).toBe(session.seat?.parameters.length);
    await fireEvent.click(screen.getByRole('tab', { name: 'Peso 2' }));
    await fireEvent.click(screen.getByRole('button', { name: /^Dejar/u }));
    expect(sent).toMatchObject([{ parameter: session.seat?.parameters[1]?.parameter, direction: 0 }]);
  });

  it('asks for a guess in `backprop` before the layer opens, and compares it with the arrow after', async () => {
    const room = classroom();
    room.enter(3);
    room.next();
    const before = show(room);
    await fireEvent.click(screen.getAllByRole('button', { name: /subir/u })[0] as HTMLElement); // the first weight's
    expect(before.sent).toMatchObject([{ kind: 'guess-arrow', direction: 1 }]);
    cleanup();
    const own = before.session.seat?.parameters[0]?.parameter ?? 0;
    room.must(room.student(1), { kind: 'guess-arrow', round: 1, parameter: own, direction: 1 });
    room.reach('nudge');
    show(room);
    expect(screen.getAllByText(/Pensaste: subir/u).length).toBeGreaterThan(0);
  });

  it('shows what I did, what it did alone and what we did together', () => {
    const room = classroom();
    room.enter(0);
    room.reach('nudge');
    room.must(room.student(1), room.nudge(1, 1));
    room.reach('adjust');
    show(room, {}, english);
    expect(screen.getByText('You alone')).toBeTruthy();
    expect(screen.getByText('All at once')).toBeTruthy();
    expect(screen.getByText('Sum of the 17 weights, one by one')).toBeTruthy();
  });

  it('takes the seat back from another tab with one press', async () => {
    let retries = 0;
    show(classroom(), {
      status: { kind: 'gone', reason: 'opened-elsewhere' },
      retry: () => void (retries += 1),
    });
    await fireEvent.click(screen.getByRole('button', { name: 'Seguir aquí' }));
    expect(retries).toBe(1);
  });

  it('says why something was not done', () => {
    const room = classroom();
    const intent = { kind: 'rename', name: null } as const;
    show(room, { refused: { intent, refusal: { code: 'bad-name' } } });
    expect(screen.getByText(spanish.common.refusals['bad-name'](0))).toBeTruthy();
  });

  it('asks for another name in the lobby', async () => {
    const { sent } = show(classroom());
    await fireEvent.click(screen.getByRole('button', { name: 'Otro nombre' }));
    expect(sent).toEqual([{ kind: 'rename', name: null }]);
  });
});
