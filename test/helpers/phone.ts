import { loadText } from '../../client/text/load-text.ts';
import { COMMON_TEXT } from '../../client/text/common.ts';
import type { Language } from '../../client/text/language.ts';
import { createNumbers } from '../../client/text/numbers.ts';
import { STUDENT_TEXT } from '../../client/text/student.ts';
import { loadLaterScenes } from '../../client/screens/student/later-scenes.ts';
import type { Words } from '../../client/screens/student/words.ts';
import type { Session } from '../../client/state/session.svelte.ts';
import { seatView } from '../../shared/projection/seat-view.ts';
import { studentView } from '../../shared/projection/student-view.ts';
import type { SeatView, StudentView } from '../../shared/projection/views.ts';
import { seatNumber } from '../../shared/session/ids.ts';
import type { StudentIntent } from '../../shared/wire/student-intents.ts';
import type { Classroom } from './classroom.ts';

/** What the server would send one seat now. */
export function viewsOf(
  room: Classroom,
  seat: number,
): { readonly view: StudentView; readonly seat: SeatView } {
  const own = seatView(room.state(), room.roster(), seatNumber(seat));
  if (own === null) throw new Error(`there is no seat ${seat}`);
  return { view: studentView(room.state()), seat: own };
}

export type Phone = { readonly session: Session<'student'>; readonly sent: readonly StudentIntent[] };

/** A phone that shows a class as it stands and writes down what it is asked to send. */
export function phoneOf(room: Classroom, seat: number, changes: Partial<Session<'student'>> = {}): Phone {
  const sent: StudentIntent[] = [];
  const { clock } = room.state();
  const session: Session<'student'> = {
    status: { kind: 'live', slow: false },
    ...viewsOf(room, seat),
    waitingAs: null,
    ageMs: () => null,
    remainingMs: clock.kind === 'running' ? clock.remainingMs : null,
    totalMs: clock.kind === 'running' ? clock.totalMs : null,
    isRunning: clock.kind === 'running',
    pending: [],
    unseen: [],
    refused: null,
    send: (intent) => void sent.push(intent),
    dismiss: () => undefined,
    retry: () => undefined,
    close: () => undefined,
    ...changes,
  };
  return { session, sent };
}

/**
 * Every sentence of the phone in one language. What a phone loads later is loaded by then too: a test that ends must not
 * leave a page behind that still asks for files.
 */
export async function phoneWords(language: Language): Promise<Words> {
  const [common, text] = await Promise.all([
    loadText(COMMON_TEXT, language),
    loadText(STUDENT_TEXT, language),
  ]);
  await loadLaterScenes(text);
  return { common, text, numbers: createNumbers(language) };
}
