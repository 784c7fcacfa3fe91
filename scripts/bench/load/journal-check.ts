import type { Journal } from '../../../server/journal/journal.ts';
import { readEvent } from '../../../server/room/stored-event.ts';
import { sessionId } from '../../../shared/session/ids.ts';
import type { StubbornStudent } from './stubborn-student.ts';

/** Every acknowledged nudge is in the journal exactly once: how many are not there, and how many more than once. */
export async function checkJournal(
  journal: Pick<Journal, 'read'>,
  session: string,
  students: readonly StubbornStudent[],
): Promise<{ readonly acknowledged: number; readonly lost: number; readonly doubled: number }> {
  const counts = new Map<string, number>();
  for (const { json } of await journal.read(sessionId(session), 1)) {
    const event = readEvent(json);
    if (event.type !== 'nudged' || event.intent === null) continue;
    const { instance, seq } = event.intent;
    counts.set(`${instance} ${seq}`, (counts.get(`${instance} ${seq}`) ?? 0) + 1);
  }
  const acknowledged = students.flatMap(({ seat, acknowledged: numbers }) =>
    numbers.map((seq) => `${seat.handshake.instance} ${seq}`),
  );
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((intent) => !counts.has(intent)).length,
    doubled: [...counts.values()].filter((count) => count > 1).length,
  };
}
