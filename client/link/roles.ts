import type { ScreenView, SeatView, StudentView, TeacherView } from '../../shared/projection/views.ts';
import type { Handshake } from '../../shared/wire/handshake.ts';
import type { StudentIntent } from '../../shared/wire/student-intents.ts';
import type { TeacherIntent } from '../../shared/wire/teacher-intents.ts';

/** Who looks through a link. */
export type LinkRole = Handshake['role'];

type Views = { student: StudentView; teacher: TeacherView; screen: ScreenView };
type Intents = { student: StudentIntent; teacher: TeacherIntent; screen: never };

/** What a role sees. */
export type ViewOf<Role extends LinkRole> = Views[Role];

/** What a role may ask for; a projector only looks. */
export type IntentOf<Role extends LinkRole> = Intents[Role];

/** What concerns one seat alone reaches that seat alone. */
export type SeatOf<Role extends LinkRole> = Role extends 'student' ? SeatView : null;
