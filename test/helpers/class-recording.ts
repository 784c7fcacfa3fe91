import type { RecordingLabel } from '../../shared/recording/recording.ts';
import { parametersOf } from '../../shared/session/state.ts';
import { openClassroom, ROOM, TEACHER, type Classroom } from './classroom.ts';
import { journalOf } from './journal-lines.ts';
import { record } from './recordings.ts';

/** The file of a class as it stands. */
export function fileOf(room: Classroom, label: Partial<RecordingLabel> = {}): Uint8Array<ArrayBuffer> {
  const names = [...room.roster().names].map(([seat, { name }]) => ({ seat, name }));
  return new Uint8Array(record(journalOf(room.facts()), { names, ...label }));
}

/**
 * A lesson to leaf through: every stage has rounds by hand and rounds ahead, some are taken back, and in the third
 * the class goes back once.
 */
export function playLesson(students = 6, seed = 20): Classroom {
  const room = openClassroom({ seed, settings: { closeRule: 'teacher' } });
  room.must(ROOM, { kind: 'teacher-connected' });
  const seats = room.join(students);
  const playRound = (): void => {
    room.reach('nudge');
    for (const seat of seats) {
      for (const parameter of parametersOf(room.state().owners, seat)) {
        const direction = (parameter + seat) % 3 === 0 ? 0 : (parameter + seat) % 2 === 0 ? 1 : -1;
        room.must(room.student(seat), room.nudge(seat, direction, parameter));
      }
    }
    room.reach('adjust');
  };
  const runAhead = (rounds: number): void => {
    room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds });
  };
  for (const [stage, ahead] of [3, 8, 9, 6].entries()) {
    room.enter(stage);
    playRound();
    playRound();
    runAhead(ahead);
    if (stage !== 2) continue;
    const point = room.state().history.length - 5;
    room.must(TEACHER, { kind: 'go-back', expected: room.state().serial, point });
    runAhead(3);
  }
  room.must(TEACHER, { kind: 'end-session' });
  return room;
}
