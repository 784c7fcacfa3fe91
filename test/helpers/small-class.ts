import { openClassroom, ROOM, TEACHER, type Classroom } from './classroom.ts';
import { journalOf } from './journal-lines.ts';
import type { JournalLine } from '../../shared/recording/chain.ts';
import { seatNumber } from '../../shared/session/ids.ts';

/**
 * A small class with a bit of everything: four students and three bots, practice and all four stages, two who join
 * late, one who leaves, a round taken back, rounds run ahead, a return, a pause, and a server that starts again.
 */
export function playSmallClass(): readonly JournalLine[] {
  const room = openClassroom({ lesson: 'pets', seed: 20 });
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(4);
  room.bots(3);
  practice(room);
  room.enter(0);
  playRound(room, [1, 2, 3, 4]);
  room.join(2);
  playRound(room, [1, 2, 3, 4, 5, 6]);
  room.enter(1);
  playRound(room, [1, 2, 3, 4, 5, 6]);
  runAhead(room, 6);
  const restartsAt = room.facts().length;
  startAgain(room);
  room.enter(2);
  playRound(room, [1, 2, 4, 5, 6]);
  room.must(room.student(3), { kind: 'leave' });
  room.must(TEACHER, { kind: 'pause' });
  room.must(TEACHER, { kind: 'resume' });
  playRound(room, [1, 2, 4, 5, 6]);
  room.must(TEACHER, { kind: 'change-settings', patch: { stepSize: 0.2 } });
  room.must(TEACHER, { kind: 'go-back', expected: room.state().serial, point: 3 });
  playRound(room, [1, 2, 4]);
  room.enter(3);
  guessArrow(room);
  playRound(room, [1, 2, 4, 5]);
  runAhead(room, 4);
  room.must(TEACHER, { kind: 'end-session' });
  return journalOf(room.facts(), [restartsAt]);
}

function practice(room: Classroom): void {
  room.must(TEACHER, { kind: 'practice', expected: room.state().serial });
  playRound(room, [1, 2]);
}

/** These students nudge one weight of their own each, up and down in turn, and the teacher closes the round. */
function playRound(room: Classroom, students: readonly number[]): void {
  room.reach('nudge');
  room.must(ROOM, { kind: 'mark-clock' }, 1_000);
  for (const [index, student] of students.entries()) {
    room.must(room.student(student), room.nudge(student, index % 3 === 2 ? 0 : index % 2 === 0 ? 1 : -1));
  }
  room.reach('adjust');
}

function runAhead(room: Classroom, rounds: number): void {
  room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds });
}

/** The server is killed in mid-lesson: those who were there are not, and come back one by one. */
function startAgain(room: Classroom): void {
  room.must(ROOM, { kind: 'room-opened' });
  room.must(ROOM, { kind: 'teacher-connected' });
  for (const seat of [1, 2, 3, 4, 5]) room.must(ROOM, { kind: 'seat-connected', seat: seatNumber(seat) });
  room.must(ROOM, { kind: 'absence-grace-over', seat: seatNumber(6) });
  room.must(ROOM, { kind: 'seat-connected', seat: seatNumber(6) });
}

/** In backprop, before its layer is opened, somebody guesses which way the arrow of a weight will point. */
function guessArrow(room: Classroom): void {
  room.reach('compare');
  const parameter = room.state().owners.findIndex((seats) => seats.includes(seatNumber(1)));
  const round = room.state().roundCount;
  room.must(room.student(1), { kind: 'guess-arrow', round, parameter, direction: -1 });
}
