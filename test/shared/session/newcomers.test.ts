import { describe, expect, it } from 'vitest';
import { screenView } from '../../../shared/projection/screen-view.ts';
import { studentView } from '../../../shared/projection/student-view.ts';
import { teacherView } from '../../../shared/projection/teacher-view.ts';
import { seatNumber } from '../../../shared/session/ids.ts';
import { LIMITS } from '../../../shared/session/limits.ts';
import { keyTo, waitingSeats } from '../../../shared/session/newcomers.ts';
import { handingIn } from '../../../shared/session/waiting.ts';
import { parametersOf, runningRound } from '../../../shared/session/state.ts';
import {
  NEWCOMER,
  openClassroom,
  openClassroomWith,
  ROOM,
  TEACHER,
  type Classroom,
} from '../../helpers/classroom.ts';
import { comes, playDoorClass } from '../../helpers/door-class.ts';
import { asRecorded, firstLie } from '../../helpers/recorded.ts';

const NAME = { name: 'Nutria', free: false };

function approvingClass(students = 2): Classroom {
  const room = openClassroom();
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(students);
  room.must(TEACHER, { kind: 'change-settings', patch: { approveNewcomers: true } });
  return room;
}

const waiting = (room: Classroom) => waitingSeats(room.state()).map(({ seat }) => seat);
const membership = (room: Classroom, seat: number) => room.state().seats.get(seatNumber(seat))?.membership;

describe('a class whose teacher lets newcomers in', () => {
  it('lets everybody in at once as long as nobody asked for more', () => {
    const room = openClassroom();
    room.join(3);
    expect(waiting(room)).toEqual([]);
  });

  it('keeps a newcomer waiting, in the lobby and in the middle of a round', () => {
    const room = approvingClass();
    expect(membership(room, comes(room))).toBe('waiting');
    room.enter(0);
    room.reach('nudge');
    expect(membership(room, comes(room))).toBe('waiting');
  });

  it('deals no weight to who waits, and waits for nobody who does', () => {
    const room = approvingClass();
    const late = comes(room);
    room.enter(0);
    room.reach('nudge');
    const round = runningRound(room.state());
    expect(parametersOf(room.state().owners, late)).toEqual([]);
    expect(round === null ? null : handingIn(room.state(), round)).toMatchObject({ expected: 2 });
  });

  it('refuses whatever somebody who waits asks for, but to go', () => {
    const room = approvingClass();
    const late = comes(room);
    room.enter(0);
    room.reach('nudge');
    expect(room.refused(room.student(late), room.nudge(1, 1))).toBe('not-let-in');
    expect(room.refused(room.student(late), { kind: 'vote', round: 1, vote: 'fast' })).toBe('not-let-in');
    room.must(room.student(late), { kind: 'leave' });
    expect(waiting(room)).toEqual([]);
  });

  it('gives who is let in their weights when the next round opens', () => {
    const room = approvingClass();
    const late = comes(room);
    room.enter(0);
    room.reach('nudge');
    room.must(TEACHER, { kind: 'admit-seats', seats: [late] });
    expect(parametersOf(room.state().owners, late)).toEqual([]);
    room.next();
    room.next();
    expect(parametersOf(room.state().owners, late).length).toBeGreaterThan(0);
  });

  it('lets all in with one command, and says so when nobody is left', () => {
    const room = approvingClass();
    const seats = [comes(room), comes(room), comes(room)];
    expect(room.must(TEACHER, { kind: 'admit-seats', seats })).toHaveLength(3);
    expect(room.refused(TEACHER, { kind: 'admit-seats', seats })).toBe('already-done');
  });

  it('turns somebody away without a trace in the class, and lets them in after all', () => {
    const room = approvingClass();
    const late = comes(room);
    room.must(TEACHER, { kind: 'remove-seats', seats: [late] });
    expect(teacherView(room.state(), room.roster()).table).toHaveLength(2);
    expect(room.refused(ROOM, { kind: 'seat-connected', seat: late })).toBe('removed');
    room.must(TEACHER, { kind: 'restore-seats', seats: [late] });
    expect(membership(room, late)).toBe('seated');
  });

  it('lets who sits already come and go as they like', () => {
    const room = approvingClass();
    room.must(ROOM, { kind: 'seat-disconnected', seat: seatNumber(1) });
    room.must(ROOM, { kind: 'seat-connected', seat: seatNumber(1) });
    expect(membership(room, 1)).toBe('seated');
  });

  it('keeps so many waiting and no more, and counts them among those it has room for', () => {
    const room = approvingClass(1);
    for (let waits = 0; waits < LIMITS.waitingMost; waits++)
      room.must(NEWCOMER, { kind: 'join', name: NAME });
    expect(room.refused(NEWCOMER, { kind: 'join', name: NAME })).toBe('slow-down');
    const { setup } = openClassroom().state();
    const small = openClassroomWith({ ...setup, seatCap: 2 });
    small.must(TEACHER, { kind: 'change-settings', patch: { approveNewcomers: true } });
    comes(small);
    comes(small);
    expect(small.refused(NEWCOMER, { kind: 'join', name: NAME })).toBe('session-full');
  });

  it('shows who waits, and why, to the teacher alone', () => {
    const room = approvingClass();
    room.must(TEACHER, { kind: 'change-settings', patch: { approveNewcomers: false } });
    room.must(ROOM, { kind: 'hold-newcomers', why: 'one-device' });
    comes(room, { atMs: 5_000 });
    const { door } = teacherView(room.state(), room.roster());
    expect(door).toMatchObject({ held: 'one-device', waiting: [{ name: 'Nutria 3', joinedAtMs: 5_000 }] });
    for (const view of [studentView(room.state()), screenView(room.state(), room.roster())]) {
      expect(JSON.stringify(view)).not.toMatch(/Nutria 3|one-device|approve/u);
      expect(view.class).toMatchObject({ seats: 2, present: 2 });
    }
  });
});

describe('a class to which too many come', () => {
  it('holds newcomers with the reason, until the teacher opens again', () => {
    const room = openClassroom();
    room.must(ROOM, { kind: 'hold-newcomers', why: 'crowd' });
    expect(room.must(ROOM, { kind: 'hold-newcomers', why: 'one-device' })).toEqual([]);
    expect(room.state().held).toBe('crowd');
    room.must(TEACHER, { kind: 'change-settings', patch: { approveNewcomers: false } });
    expect(room.state().held).toBeNull();
    expect(membership(room, comes(room))).toBe('seated');
  });

  it('shows several out at once, and has whoever comes straight back wait', () => {
    const room = openClassroom();
    room.join(5);
    room.must(TEACHER, { kind: 'remove-seats', seats: [3, 4, 5] });
    expect(room.state().held).toBe('removals');
    expect(membership(room, comes(room))).toBe('waiting');
    room.must(TEACHER, { kind: 'restore-seats', seats: [3, 4, 5] });
    expect(membership(room, 4)).toBe('seated');
  });

  it('holds who comes from where somebody was shown out, whatever the setting', () => {
    const room = openClassroom();
    room.join(2);
    expect(membership(room, comes(room, { waits: true }))).toBe('waiting');
    expect(membership(room, comes(room))).toBe('seated');
  });
});

describe('somebody whose phone lost its key', () => {
  function withAbsent(): Classroom {
    const room = openClassroom();
    room.join(3);
    room.must(ROOM, { kind: 'seat-disconnected', seat: seatNumber(2) });
    return room;
  }

  it('has the old seat back once the teacher says so, and the old key opens it no more', () => {
    const room = withAbsent();
    const back = comes(room, { claims: seatNumber(2) });
    expect(membership(room, back)).toBe('waiting');
    expect(keyTo(room.state(), seatNumber(2))).toBe(2);
    room.must(TEACHER, { kind: 'admit-seats', seats: [back] });
    expect(keyTo(room.state(), seatNumber(2))).toBe(back);
    expect(membership(room, back)).toBe('left');
    expect(teacherView(room.state(), room.roster()).table).toHaveLength(3);
  });

  it('may lose it twice: the last key holds', () => {
    const room = withAbsent();
    const once = comes(room, { claims: seatNumber(2) });
    room.must(TEACHER, { kind: 'admit-seats', seats: [once] });
    const twice = comes(room, { claims: seatNumber(2) });
    room.must(TEACHER, { kind: 'admit-seats', seats: [twice] });
    expect(keyTo(room.state(), seatNumber(2))).toBe(twice);
  });

  it('cannot say so of somebody who is here, of a bot, or of nobody', () => {
    const room = withAbsent();
    room.bots(1);
    for (const claims of [1, 4, 9].map(seatNumber)) {
      expect(room.refused(NEWCOMER, { kind: 'join', name: NAME, claims })).toBe('unknown-seat');
    }
  });

  it('takes over nothing where the other has come back meanwhile', () => {
    const room = withAbsent();
    const other = comes(room, { claims: seatNumber(2) });
    room.must(ROOM, { kind: 'seat-connected', seat: seatNumber(2) });
    room.must(TEACHER, { kind: 'admit-seats', seats: [other] });
    expect(keyTo(room.state(), seatNumber(2))).toBe(2);
    expect(membership(room, other)).toBe('seated');
  });
});

describe('the recording of a class at whose door much happened', () => {
  it('is proven, and a fact at the door that nobody can have asked for is a lie', () => {
    const facts = asRecorded(playDoorClass().facts());
    expect(firstLie(facts)).toBeNull();
    const joined = facts.findIndex(({ event }) => event.type === 'seat-joined' && event.waits);
    const lied = facts.map((fact, index) =>
      index === joined ? { ...fact, event: { ...fact.event, waits: false } as typeof fact.event } : fact,
    );
    expect(firstLie(lied)).toMatchObject({ version: joined + 1 });
  });
});
