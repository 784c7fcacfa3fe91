import type { JournalLine } from '../../shared/recording/chain.ts';
import { openClassroom, TEACHER } from './classroom.ts';
import { journalOf } from './journal-lines.ts';

/** One student, one round taken back and one that stood: a recording so small that each of its bytes can be tried. */
export function playTinyClass(): readonly JournalLine[] {
  const room = openClassroom({ lesson: 'xor' });
  room.join(1);
  room.must(TEACHER, { kind: 'enter-stage', expected: room.state().serial, stage: 0 });
  room.reach('nudge');
  room.must(room.student(1), room.nudge(1, 1));
  room.reach('adjust');
  return journalOf(room.facts());
}
