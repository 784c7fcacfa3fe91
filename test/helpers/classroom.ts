import { findLesson } from '../../shared/lessons/catalogue.ts';
import { sessionSetup } from '../../shared/lessons/lesson.ts';
import { openClassroomWith, type Classroom } from '../../shared/rehearsal/classroom.ts';
import type { SettingsPatch } from '../../shared/session/settings.ts';

export {
  NEWCOMER,
  openClassroomWith,
  ROOM,
  TEACHER,
  type Classroom,
} from '../../shared/rehearsal/classroom.ts';

/** Opens a class of a built-in lesson. */
export function openClassroom(
  options: { readonly lesson?: string; readonly settings?: SettingsPatch; readonly seed?: number } = {},
): Classroom {
  const lesson = findLesson(options.lesson ?? 'pets');
  if (lesson === undefined) throw new Error(`no lesson ${options.lesson}`);
  return openClassroomWith(
    sessionSetup(lesson, { language: 'es', seed: options.seed ?? 1, settings: options.settings }),
  );
}
