import type { SeatNumber } from '../../shared/session/ids.ts';
import { seatNumber } from '../../shared/session/ids.ts';
import type { Command } from '../../shared/session/commands.ts';
import { NEWCOMER, openClassroom, ROOM, TEACHER, type Classroom } from './classroom.ts';

/** Somebody joins, at an age of the class. */
export function comes(room: Classroom, more: Partial<Extract<Command, { kind: 'join' }>> = {}): SeatNumber {
  const seat = seatNumber(room.state().seats.size + 1);
  room.must(NEWCOMER, { kind: 'join', name: { name: `Nutria ${seat}`, free: false }, ...more });
  room.must(ROOM, { kind: 'seat-connected', seat });
  return seat;
}

/**
 * A class at whose door everything happens: some wait and are let in, one by one and together, or turned away; a
 * crowd comes; several are shown out at once, and one of them is asked back; a lost key is replaced.
 */
export function playDoorClass(): Classroom {
  const room = openClassroom();
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(4);
  room.must(TEACHER, { kind: 'change-settings', patch: { approveNewcomers: true } });
  const first = [comes(room, { atMs: 61_000 }), comes(room, { atMs: 62_500 }), comes(room, { atMs: 63_000 })];
  room.must(TEACHER, { kind: 'admit-seats', seats: first.slice(0, 2) });
  room.must(TEACHER, { kind: 'remove-seats', seats: first.slice(2) });
  room.must(TEACHER, { kind: 'change-settings', patch: { approveNewcomers: false, aggregation: 'median' } });
  room.enter(2);
  room.reach('nudge');
  for (const seat of [1, 2, 3, 4]) room.must(room.student(seat), room.nudge(seat, seat % 2 === 0 ? 1 : -1));
  comes(room, { atMs: 90_000 });
  room.must(ROOM, { kind: 'hold-newcomers', why: 'crowd' });
  comes(room, { atMs: 90_100 });
  room.must(TEACHER, { kind: 'admit-seats', seats: [9] });
  room.must(TEACHER, { kind: 'change-settings', patch: { approveNewcomers: false } });
  room.must(TEACHER, { kind: 'remove-seats', seats: [8, 9] });
  room.must(TEACHER, { kind: 'restore-seats', seats: [8] });
  room.must(ROOM, { kind: 'seat-disconnected', seat: seatNumber(2) });
  room.must(ROOM, { kind: 'absence-grace-over', seat: seatNumber(2) });
  const back = comes(room, { atMs: 120_000, claims: seatNumber(2) });
  room.must(TEACHER, { kind: 'admit-seats', seats: [back] });
  room.must(ROOM, { kind: 'seat-connected', seat: seatNumber(2) });
  comes(room, { atMs: 130_000, waits: true });
  room.next();
  room.next();
  room.must(TEACHER, { kind: 'end-session' });
  return room;
}
