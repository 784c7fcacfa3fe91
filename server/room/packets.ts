import { screenView } from '../../shared/projection/screen-view.ts';
import { studentView } from '../../shared/projection/student-view.ts';
import { teacherView } from '../../shared/projection/teacher-view.ts';
import type { ScreenView, StudentView, TeacherView } from '../../shared/projection/views.ts';
import type { Roster } from '../../shared/session/roster.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { DownMessages, DownName, Frame, Snapshot } from '../../shared/wire/down.ts';

/** A message on its way down, whoever carries it. */
export type Packet = {
  [Name in DownName]: { readonly name: Name; readonly body: DownMessages[Name] };
}[DownName];

/** Those who see the same: one packet serves them all. */
export type AudienceName = 'student' | 'screen' | 'teacher';

/** How one audience's view is made and put into messages. */
export type Edition<View> = {
  readonly view: (state: SessionState, roster: Roster) => View;
  readonly snapshot: (body: Snapshot<View>) => Packet;
  readonly frame: (body: Frame<View>) => Packet;
};

export const STUDENT_EDITION: Edition<StudentView> = {
  view: studentView,
  snapshot: (body) => ({ name: 'student-snapshot', body }),
  frame: (body) => ({ name: 'student-frame', body }),
};

export const SCREEN_EDITION: Edition<ScreenView> = {
  view: screenView,
  snapshot: (body) => ({ name: 'screen-snapshot', body }),
  frame: (body) => ({ name: 'screen-frame', body }),
};

export const TEACHER_EDITION: Edition<TeacherView> = {
  view: teacherView,
  snapshot: (body) => ({ name: 'teacher-snapshot', body }),
  frame: (body) => ({ name: 'teacher-frame', body }),
};
