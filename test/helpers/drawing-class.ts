import { usualDraft } from '../../shared/lessons/usual-draft.ts';
import { buildLesson } from '../../shared/lessons/build-lesson.ts';
import { sessionSetup, type Lesson } from '../../shared/lessons/lesson.ts';
import { openClassroomWith, ROOM, TEACHER, type Classroom } from './classroom.ts';

/** A lesson whose points the class draws. */
export function drawnLesson(classes = 2): Lesson {
  const built = buildLesson({ ...usualDraft(), title: 'Puntos' });
  if (built.kind === 'problems') throw new Error('the usual draft should be a lesson');
  const { lesson } = built;
  const stages = lesson.stages.map((stage) => ({ ...stage, material: null }));
  if (classes === 2) return { ...lesson, stages, data: { id: 'drawn', seed: 4, classes } };
  const { sizes, hidden } = lesson.network;
  const network = {
    sizes: [...sizes.slice(0, -1), classes],
    hidden,
    output: 'softmax',
    loss: 'categorical-cross-entropy',
  } as const;
  const parameters = 3 * 4 + 5 * classes;
  const start = Array.from({ length: parameters }, (_, index) => Math.sin(index));
  return { ...lesson, stages, network, start, data: { id: 'drawn', seed: 4, classes } };
}

/** A class in whose lobby points are drawn. */
export function openDrawingClass(students = 3, classes = 2): Classroom {
  const room = openClassroomWith(sessionSetup(drawnLesson(classes), { language: 'es', seed: 9 }));
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(students);
  return room;
}

/** Two clouds, drawn in turn by the first three seats. */
export function drawClouds(room: Classroom, points = 12): void {
  for (let index = 0; index < points; index++) {
    const classIndex = index % 2;
    const side = classIndex === 0 ? -1 : 1;
    room.must(room.student(1 + (index % 3)), {
      kind: 'draw-point',
      x: side * (0.4 + 0.05 * index),
      y: side * 0.5 - 0.03 * index,
      classIndex,
    });
  }
}

/** A class that draws, erases, clears, closes too soon, closes, opens again, closes, and plays on its points. */
export function playDrawingClass(): Classroom {
  const room = openDrawingClass();
  drawClouds(room, 4);
  room.must(room.student(1), { kind: 'erase-point' });
  room.must(TEACHER, { kind: 'clear-drawing', classIndex: 1 });
  room.bots(2);
  drawClouds(room);
  room.next();
  room.must(TEACHER, { kind: 'open-drawing', expected: room.state().serial });
  room.must(room.student(2), { kind: 'draw-point', x: 0.1, y: 0.2, classIndex: 0 });
  room.next();
  room.must(TEACHER, { kind: 'practice', expected: room.state().serial });
  room.enter(1);
  room.reach('nudge');
  for (const seat of [1, 2, 3]) room.must(room.student(seat), room.nudge(seat, seat % 2 === 0 ? 1 : -1));
  room.reach('adjust');
  room.enter(3);
  room.next();
  room.enter(4);
  room.next();
  room.must(TEACHER, { kind: 'end-session' });
  return room;
}
