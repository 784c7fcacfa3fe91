import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRAWN_LIMITS } from '../../../shared/datasets/drawn.ts';
import { continuedSetup } from '../../../shared/session/continued-setup.ts';
import type { Command } from '../../../shared/session/commands.ts';
import { openedState, evolve } from '../../../shared/session/evolve.ts';
import { materialOf } from '../../../shared/session/setup.ts';
import { screenView } from '../../../shared/projection/screen-view.ts';
import { seatView } from '../../../shared/projection/seat-view.ts';
import { studentView } from '../../../shared/projection/student-view.ts';
import { seatNumber } from '../../../shared/session/ids.ts';
import { openRecording } from '../../../shared/recording/recording.ts';
import { studentIntentSchema } from '../../../shared/wire/student-intents.ts';
import * as v from 'valibot';
import {
  NEWCOMER,
  openClassroom,
  openClassroomWith,
  TEACHER,
  type Classroom,
} from '../../helpers/classroom.ts';
import { drawClouds, openDrawingClass, playDrawingClass } from '../../helpers/drawing-class.ts';
import { fileOf } from '../../helpers/class-recording.ts';
import { asRecorded, firstLie } from '../../helpers/recorded.ts';
import { contentOf } from '../../helpers/recordings.ts';

const point = (classIndex = 0, x = 0.5, y = -0.5): Command => ({ kind: 'draw-point', x, y, classIndex });
const pointsIn = (room: Classroom) => screenView(room.state(), room.roster()).drawing?.points ?? [];

describe('a class that draws its points', () => {
  it('shows every point to all, and to each phone which are its own', () => {
    const room = openDrawingClass();
    room.must(room.student(1), point(0, 0.123_456, 1));
    room.must(room.student(2), point(1));
    expect(pointsIn(room)).toEqual([
      { x: 0.12, y: 1, classIndex: 0 },
      { x: 0.5, y: -0.5, classIndex: 1 },
    ]);
    expect(studentView(room.state()).drawing?.missing).toEqual([4, 4]);
    expect(seatView(room.state(), room.roster(), seatNumber(2))?.drawn).toEqual([
      { x: 0.5, y: -0.5, classIndex: 1 },
    ]);
  });

  it('counts a point that is sent twice once', () => {
    const room = openDrawingClass();
    const student = room.student(1);
    room.must(student, point());
    expect(room.must(student, point())).toEqual([]);
    expect(pointsIn(room)).toHaveLength(1);
  });

  it('lets each take back the last point of their own, and no other', () => {
    const room = openDrawingClass();
    room.must(room.student(1), point(0));
    room.must(room.student(2), point(1));
    room.must(room.student(1), { kind: 'erase-point' });
    expect(pointsIn(room).map(({ classIndex }) => classIndex)).toEqual([1]);
    expect(room.refused(room.student(1), { kind: 'erase-point' })).toBe('already-done');
  });

  it('lets who joins late draw too', () => {
    const room = openDrawingClass(1);
    drawSome(room, 1, 3);
    room.join(1);
    room.must(room.student(2), point(1));
    expect(pointsIn(room)).toHaveLength(4);
  });

  it('has room for so many points of one hand, and of all', () => {
    const room = openDrawingClass(16);
    drawSome(room, 1, DRAWN_LIMITS.pointsPerSeatMost);
    expect(room.refused(room.student(1), point())).toBe('enough-points');
    for (let seat = 2; seat <= 15; seat++) drawSome(room, seat, DRAWN_LIMITS.pointsPerSeatMost);
    expect(room.refused(room.student(16), point())).toBe('plane-full');
  });

  it.each([
    ['NaN', Number.NaN, 0],
    ['without end', Infinity, 0],
    ['out of reach', 1.51, 0],
    ['huge', -1e308, 0],
  ])('refuses a place that is %s', (_, x, y) => {
    const room = openDrawingClass();
    expect(room.refused(room.student(1), point(0, x, y))).toBe('bad-number');
    expect(v.is(studentIntentSchema, point(0, x, y))).toBe(false);
  });

  it('refuses a class that the lesson does not have', () => {
    const room = openDrawingClass();
    for (const classIndex of [2, 3, -1, 0.5])
      expect(room.refused(room.student(1), point(classIndex))).toBe('bad-number');
  });

  it('leaves out the points of who is muted or removed, and takes those of who is back', () => {
    const room = openDrawingClass();
    drawClouds(room, 6);
    room.must(TEACHER, { kind: 'mute-seat', seat: 1, muted: true });
    expect(pointsIn(room)).toHaveLength(4);
    expect(room.refused(room.student(1), point())).toBe('muted');
    room.must(TEACHER, { kind: 'remove-seat', seat: 2 });
    expect(pointsIn(room)).toHaveLength(2);
    expect(room.refused(room.student(2), point())).toBe('removed');
    room.must(TEACHER, { kind: 'mute-seat', seat: 1, muted: false });
    room.must(TEACHER, { kind: 'restore-seat', seat: 2 });
    expect(pointsIn(room)).toHaveLength(6);
    room.must(room.student(3), { kind: 'leave' });
    expect(pointsIn(room)).toHaveLength(4);
  });

  it('waits while it is paused', () => {
    const room = openDrawingClass();
    room.must(TEACHER, { kind: 'attention', on: true });
    expect(room.refused(room.student(1), point())).toBe('paused');
  });

  it('is cleared of a class, or of all', () => {
    const room = openDrawingClass();
    drawClouds(room, 6);
    room.must(TEACHER, { kind: 'clear-drawing', classIndex: 0 });
    expect(pointsIn(room).map(({ classIndex }) => classIndex)).toEqual([1, 1, 1]);
    room.must(TEACHER, { kind: 'clear-drawing', classIndex: null });
    expect(pointsIn(room)).toEqual([]);
    expect(room.must(TEACHER, { kind: 'clear-drawing', classIndex: null })).toEqual([]);
  });

  it('is helped by bots, with points of every class', () => {
    const room = openDrawingClass(1);
    room.bots(2);
    expect(pointsIn(room)).toHaveLength(12);
    expect(screenView(room.state(), room.roster()).drawing?.missing).toEqual([0, 0]);
    expect(room.next()).toMatchObject([{ type: 'drawing-settled' }]);
  });
});

describe('the drawing', () => {
  it('is not closed as long as a class has too few points', () => {
    const room = openDrawingClass();
    drawClouds(room, 9);
    expect(screenView(room.state(), room.roster()).drawing?.missing).toEqual([0, 1]);
    expect(room.refused(TEACHER, next(room))).toBe('too-few-points');
    expect(room.refused(TEACHER, { kind: 'practice', expected: room.state().serial })).toBe('not-now');
    expect(room.refused(TEACHER, { kind: 'enter-stage', expected: room.state().serial, stage: 1 })).toBe(
      'not-now',
    );
  });

  it('is closed by the big button, once, and the points are what the session is played on', () => {
    const room = openDrawingClass();
    drawClouds(room, 20);
    const pressed = next(room);
    const [settled] = room.must(TEACHER, pressed);
    expect(room.refused(TEACHER, pressed)).toBe('already-done');
    expect(room.refused(room.student(1), point())).toBe('not-now');
    const { setup, parameters, figures, activity } = room.state();
    expect(activity.kind).toBe('lobby');
    const { training, validation, test } = materialOf(setup, 0).data;
    expect([training, validation, test].map(({ length }) => length)).toEqual([12, 4, 4]);
    expect(settled).toMatchObject({ type: 'drawing-settled', data: { training }, figures });
    expect(parameters).toBe(setup.startParameters);
    room.enter(1);
    expect(screenView(room.state(), room.roster())).toMatchObject({ drawing: null, examples: training });
    expect(room.state().figures).toEqual(figures);
  });

  it('is opened again until the class plays', () => {
    const room = openDrawingClass();
    drawClouds(room);
    const open = (): Command => ({ kind: 'open-drawing', expected: room.state().serial });
    expect(room.refused(TEACHER, open())).toBe('not-now');
    room.next();
    room.must(TEACHER, open());
    expect(room.state().setup.data.training).toEqual([]);
    room.must(room.student(1), point());
    expect(pointsIn(room)).toHaveLength(13);
    room.next();
    room.must(TEACHER, { kind: 'practice', expected: room.state().serial });
    expect(room.refused(TEACHER, open())).toBe('not-now');
  });

  it('is nothing in a class whose lesson brings its data', () => {
    const room = openClassroom();
    room.join(1);
    expect(room.refused(room.student(1), point())).toBe('not-now');
    expect(room.refused(TEACHER, { kind: 'clear-drawing', classIndex: null })).toBe('not-now');
    expect(screenView(room.state(), room.roster()).drawing).toBeNull();
  });

  it('of a class that goes on from its recording is the one of then', () => {
    const room = playDrawingClass();
    const setup = continuedSetup(room.state(), { recording: 'a-class', version: 40 }, 3);
    if (setup === null) throw new Error('it should go on');
    const after = openClassroomWith(setup);
    expect(after.state().drawing).toBeNull();
    expect(after.state().setup.data).toEqual(room.state().setup.data);
    expect(after.next()).toMatchObject([{ type: 'stage-entered' }]);
  });
});

describe('the recording of a class that drew', () => {
  it('holds from end to end, is proven, and shows at each moment what its events show', () => {
    const room = playDrawingClass();
    expect(firstLie(asRecorded(room.facts()))).toBeNull();
    const bytes = fileOf(room);
    expect(contentOf(bytes).header.summary.lossFirst).toBeGreaterThan(0);
    const { events, header, stateAt } = openRecording(bytes);
    let state = stateAt(1);
    for (const { version, event } of events(2, header.events)) {
      state = evolve(state, event);
      expect(screenView(stateAt(version), room.roster())).toEqual(screenView(state, room.roster()));
    }
  });

  it('is found out when a settled point lies elsewhere than it was drawn', () => {
    const facts = playDrawingClass().facts();
    const lied = facts.map((event) => {
      if (event.type !== 'drawing-settled') return event;
      const [first, ...others] = event.data.training;
      if (first === undefined) throw new Error('there should be an example');
      const moved = { ...first, features: first.features.map((value) => value + 0.01) };
      return { ...event, data: { ...event.data, training: [moved, ...others] } };
    });
    expect(firstLie(asRecorded(lied))).not.toBeNull();
  });

  it('is proven whatever was drawn, erased, cleared, closed and opened, in whatever order', () => {
    const step = fc.record({
      what: fc.constantFrom(
        'draw',
        'draw',
        'draw',
        'erase',
        'clear',
        'close',
        'open',
        'mute',
        'leave',
        'join',
        'bots',
      ),
      seat: fc.integer({ min: 1, max: 4 }),
      classIndex: fc.integer({ min: 0, max: 1 }),
      x: fc.double({ min: -1.6, max: 1.6, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const room = openDrawingClass(2);
        for (const { what, seat, classIndex, x } of steps) {
          switch (what) {
            case 'draw':
              room.ask(room.student(seat), point(classIndex, x, -x / 2));
              break;
            case 'erase':
              room.ask(room.student(seat), { kind: 'erase-point' });
              break;
            case 'clear':
              room.ask(TEACHER, { kind: 'clear-drawing', classIndex: seat === 1 ? null : classIndex });
              break;
            case 'close':
              room.ask(TEACHER, next(room));
              break;
            case 'open':
              room.ask(TEACHER, { kind: 'open-drawing', expected: room.state().serial });
              break;
            case 'mute':
              room.ask(TEACHER, { kind: 'mute-seat', seat, muted: classIndex === 0 });
              break;
            case 'leave':
              room.ask(room.student(seat), { kind: 'leave' });
              break;
            case 'join':
              room.ask(NEWCOMER, { kind: 'join', name: { name: 'Nutria', free: false } });
              break;
            case 'bots':
              room.bots(1);
              break;
          }
        }
        const [opened, ...later] = room.facts();
        if (opened?.type !== 'session-opened') throw new Error('a class opens');
        expect(later.reduce(evolve, openedState(opened))).toEqual(room.state());
        expect(firstLie(asRecorded(room.facts()))).toBeNull();
        contentOf(fileOf(room));
      }),
      { numRuns: 40 },
    );
  });
});

function next(room: Classroom): Command {
  return { kind: 'next', expected: room.state().serial };
}

function drawSome(room: Classroom, seat: number, count: number): void {
  for (let index = 0; index < count; index++)
    room.must(room.student(seat), point(index % 2, -1 + 0.05 * index, 0.02 * seat));
}
