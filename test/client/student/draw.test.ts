// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { movedByKey, PLANE_HALF, placeOnPlane } from '../../../client/draw/plane-marks.ts';
import DrawingCard from '../../../client/screens/teacher/DrawingCard.svelte';
import Student from '../../../client/screens/Student.svelte';
import { loadLaterScenes } from '../../../client/screens/student/later-scenes.ts';
import { nextActionWords } from '../../../client/screens/teacher/next-action.ts';
import type { Session } from '../../../client/state/session.svelte.ts';
import { DRAWN_LIMITS } from '../../../shared/datasets/drawn.ts';
import type { TeacherIntent } from '../../../shared/wire/teacher-intents.ts';
import { TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { drawClouds, openDrawingClass } from '../../helpers/drawing-class.ts';
import { phoneOf, phoneWords, type Phone } from '../../helpers/phone.ts';
import { consoleOf } from '../teacher/console-class.ts';
import { SPANISH } from '../teacher/console-words.ts';

afterEach(cleanup);

const words = await phoneWords('es');
const { text: later } = await loadLaterScenes(words.text);
const choices = createRawSnippet(() => ({ render: () => '<div></div>' }));

function show(room: Classroom, changes: Partial<Session<'student'>> = {}): Phone {
  const phone = phoneOf(room, 1, changes);
  const props = { code: 'KM47RX', words, choices, onreload: () => undefined, onenter: () => undefined };
  render(Student, { session: phone.session, ...props });
  return phone;
}

const plane = () => screen.findByRole('button', { name: /^Plano con/u });

describe('the phone of a class that draws', () => {
  it('puts a point of the chosen class where the cross stands, by keyboard alone', async () => {
    const { sent } = show(openDrawingClass());
    const button = await plane();
    await fireEvent.click(screen.getByRole('radio', { name: /clase B/u }));
    await fireEvent.keyDown(button, { key: 'ArrowRight' });
    await fireEvent.keyDown(button, { key: 'ArrowDown' });
    await fireEvent.click(button, { detail: 0 });
    expect(sent).toEqual([{ kind: 'draw-point', x: 0.1, y: -0.1, classIndex: 1 }]);
  });

  it('takes back its last point, once it has one', async () => {
    const room = openDrawingClass();
    show(room);
    const undo = (): HTMLElement => screen.getByRole('button', { name: later.draw.undo });
    await plane();
    expect(undo().hasAttribute('disabled')).toBe(true);
    cleanup();
    drawClouds(room, 3);
    const { sent } = show(room);
    await plane();
    await fireEvent.click(undo());
    expect(sent).toEqual([{ kind: 'erase-point' }]);
  });

  it('shows a point hollow until the server has it', async () => {
    const room = openDrawingClass();
    drawClouds(room, 3);
    show(room, { pending: [{ seq: 1, intent: { kind: 'draw-point', x: 0, y: 0, classIndex: 0 } }] });
    const button = await plane();
    expect(button.querySelectorAll('.waiting')).toHaveLength(1);
    expect(button.querySelectorAll('.own')).toHaveLength(1);
    expect(button.querySelectorAll('.mark')).toHaveLength(5);
    expect(screen.getByText(words.common.sending)).toBeTruthy();
  });

  it('says so, and sends none, when it has put all it may', async () => {
    const room = openDrawingClass();
    for (let index = 0; index < DRAWN_LIMITS.pointsPerSeatMost; index++)
      room.must(room.student(1), { kind: 'draw-point', x: 0, y: 0, classIndex: 0 });
    const { sent } = show(room);
    await fireEvent.click(await plane(), { detail: 0 });
    expect(sent).toEqual([]);
    expect(screen.getByText(later.draw.full)).toBeTruthy();
  });

  it('waits as in any lobby once the drawing is closed', () => {
    const room = openDrawingClass();
    drawClouds(room);
    room.next();
    show(room);
    expect(screen.getByText(words.text.lobbyNext)).toBeTruthy();
  });
});

describe('a place on the plane', () => {
  it('is where the finger came down, and never beyond the edge', () => {
    const box = { left: 100, top: 50, width: 320, height: 320 };
    expect(placeOnPlane({ clientX: 260, clientY: 210 }, box)).toEqual({ x: 0, y: 0 });
    expect(placeOnPlane({ clientX: 260 + 160 / PLANE_HALF, clientY: 210 }, box)).toEqual({ x: 1, y: 0 });
    expect(placeOnPlane({ clientX: 0, clientY: 0 }, box)).toEqual({ x: -1.5, y: 1.5 });
    expect(movedByKey({ x: 1.5, y: 0 }, 'ArrowRight')).toEqual({ x: 1.5, y: 0 });
    expect(movedByKey({ x: 0, y: 0 }, 'Enter')).toBeNull();
  });
});

describe('the console of a class that draws', () => {
  const shown = (room: Classroom): readonly TeacherIntent[] => {
    const asked: TeacherIntent[] = [];
    const view = consoleOf(room);
    if (view.drawing === null) throw new Error('the class should be drawing');
    const onintent = (intent: TeacherIntent) => void asked.push(intent);
    render(DrawingCard, { view, drawing: view.drawing, words: SPANISH, onintent });
    return asked;
  };
  const text = SPANISH.texts.teacher;

  it('says how many points each class has and needs, and takes them away', async () => {
    const room = openDrawingClass();
    drawClouds(room, 5);
    const asked = shown(room);
    expect(screen.getByText(text.drawing.missing(2))).toBeTruthy();
    expect(screen.getByText(text.drawing.missing(3))).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: text.drawing.clear('clase B') }));
    await fireEvent.click(screen.getByRole('button', { name: text.drawing.clearAll }));
    expect(asked).toEqual([
      { kind: 'clear-drawing', classIndex: 1 },
      { kind: 'clear-drawing', classIndex: null },
    ]);
  });

  it('closes it with the big button, opens it again, and then starts the lesson', async () => {
    const room = openDrawingClass();
    drawClouds(room);
    expect(nextActionWords(consoleOf(room), SPANISH)).toBe(text.next.closeDrawing);
    room.must(TEACHER, { kind: 'next', expected: room.state().serial });
    expect(nextActionWords(consoleOf(room), SPANISH)).toBe(text.next.start);
    const asked = shown(room);
    await fireEvent.click(screen.getByRole('button', { name: text.drawing.reopen }));
    expect(asked).toEqual([{ kind: 'open-drawing', expected: room.state().serial }]);
  });
});
