import { TEACHER, ROOM, type Classroom } from './classroom.ts';
import { openMachineClass, STAGE } from './machine-lesson.ts';

/** A class that votes, lets the machine run, stops, and bets: every fact of these stages at least once. */
export function playMachineClass(): Classroom {
  const room = openMachineClass({ seed: 8 });
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(3);
  room.bots(2);
  explain(room);
  vote(room);
  stop(room);
  bet(room);
  return room;
}

function explain(room: Classroom): void {
  room.enter(STAGE.backprop);
  room.reach('nudge');
  room.must(TEACHER, { kind: 'explain-example', example: 2 });
  room.must(TEACHER, { kind: 'check-gradient', parameter: 0 });
  room.reach('adjust');
}

function vote(room: Classroom): void {
  room.enter(STAGE.autopilot);
  room.next();
  const round = room.state().roundCount;
  for (const seat of [1, 2, 3]) room.must(room.student(seat), { kind: 'vote', round, vote: 'fast' });
  runOut(room);
  room.must(TEACHER, { kind: 'change-settings', patch: { batchSize: 8, machineSpeed: 20 } });
  runOut(room);
}

function stop(room: Classroom): void {
  room.enter(STAGE.stop);
  room.next();
  runOut(room);
  for (const seat of [1, 3]) room.must(room.student(seat), { kind: 'stop', round: room.state().roundCount });
  room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: 29 });
  room.next();
}

function bet(room: Classroom): void {
  room.next();
  room.next();
  for (const animal of [0, 1, 2]) {
    const round = room.state().roundCount;
    for (const seat of [1, 2, 3])
      room.must(room.student(seat), { kind: 'bet', round, animal, answer: seat % 2 });
    room.next();
  }
}

/** The clock of the running phase runs out. */
export function runOut(room: Classroom, lateMs = 0): void {
  const { clock, serial } = room.state();
  if (clock.kind !== 'running') throw new Error(`no clock runs, it is ${clock.kind}`);
  room.must(ROOM, { kind: 'clock-ran-out', expected: serial }, clock.remainingMs + lateMs);
}
