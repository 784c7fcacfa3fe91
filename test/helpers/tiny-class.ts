import type { JournalLine } from '../../shared/recording/chain.ts';
import { openClassroom, TEACHER } from './classroom.ts';
import { journalOf } from './journal-lines.ts';

/** One student and one round of the smallest lesson: a recording so small that each of its bytes can be tried. */
export function playTinyClass(): readonly JournalLine[] {
  const room = openClassroom({ lesson: 'line' });
  room.join(1);
  room.must(TEACHER, { kind: 'enter-stage', expected: room.state().serial, stage: 0 });
  room.reach('nudge');
  room.must(room.student(1), room.nudge(1, 1));
  room.reach('adjust');
  return journalOf(room.facts());
}
