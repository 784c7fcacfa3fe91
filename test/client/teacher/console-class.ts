import { teacherView } from '../../../shared/projection/teacher-view.ts';
import type { TeacherView } from '../../../shared/projection/views.ts';
import { ROOM, type Classroom } from '../../helpers/classroom.ts';
import { openMachineClass } from '../../helpers/machine-lesson.ts';

/** What the console shows of a class now: the real projection of the real state. */
export function consoleOf(room: Classroom): TeacherView {
  return teacherView(room.state(), room.roster());
}

/** A class in a stage, its teacher there: a machine waits for one who is not. */
export function classAt(stage: number, students = 3): Classroom {
  const room = openMachineClass();
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(students);
  room.enter(stage);
  return room;
}
