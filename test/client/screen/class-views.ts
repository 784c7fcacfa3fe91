import type { ScreenView } from '../../../shared/projection/views.ts';
import { screenView } from '../../../shared/projection/screen-view.ts';
import { openClassroom, ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';

/** The lesson's stages by their place. */
export const STAGE = { guess: 0, keepIfBetter: 1, probe: 2, backprop: 3 } as const;

/** What the projector of this class shows now: the real projection of the real state. */
export function seen(room: Classroom): ScreenView {
  return screenView(room.state(), room.roster());
}

/** A class of students with their teacher there, in the lobby. */
export function openClass(students = 5, lesson = 'pets'): Classroom {
  const room = openClassroom({ lesson });
  room.join(students);
  room.must(ROOM, { kind: 'teacher-connected' });
  return room;
}

/** A class in a phase of a round of a stage. */
export function classIn(
  stage: number,
  phase: 'predict' | 'compare' | 'backward' | 'nudge' | 'adjust',
  students = 5,
): Classroom {
  const room = openClass(students);
  room.enter(stage);
  room.reach(phase);
  return room;
}

/** Plays rounds ahead at once. */
export function runAhead(room: Classroom, rounds: number): void {
  room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds });
}
