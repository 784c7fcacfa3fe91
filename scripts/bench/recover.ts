import { setTimeout as wait } from 'node:timers/promises';
import { openSqliteStore } from '../../server/journal/sqlite.ts';
import { quantile, rounded } from '../lib/figures.ts';
import { printLine } from './load/bench-line.ts';
import { checkJournal } from './load/journal-check.ts';
import { enterStage, openRound, openSeatedClass, someAtOnce } from './load/light-class.ts';
import { comeInStubbornly, type StubbornStudent } from './load/stubborn-student.ts';
import { startSupervisedServer } from './load/supervised-server.ts';

export type RecoverSizes = {
  readonly students: number;
  readonly kills: number;
  /** Before each kill. The supervisor waits longer to start a server again that did not run for long. */
  readonly steadyMs: number;
};

const USUAL: RecoverSizes = { students: 1_000, kills: 3, steadyMs: 11_000 };
/** After the class has begun to nudge: some are acknowledged, some on disk, some still in the air. */
const KILL_AFTER_MS = 30;

/**
 * A class whose server is killed while everybody nudges, started again as `npm start` does: how long until everybody has
 * a picture of the class again, and whether every nudge that was acknowledged is in the journal exactly once.
 */
export async function benchRecover(
  json: boolean,
  { students, kills, steadyMs }: RecoverSizes = USUAL,
): Promise<void> {
  const server = await startSupervisedServer();
  const backTimes: number[][] = [];
  try {
    const room = await openSeatedClass(server, students);
    const pupils = await someAtOnce(students, (number) => comeIn(room.seats[number - 1], server.url));
    await room.teacher.until((view) => view.class.present === students);
    await enterStage(room.teacher, 0);
    const round = await openRound(room);
    for (let kill = 0; kill < kills; kill++) {
      await wait(steadyMs);
      const nudges = pupils.map((student) => student.nudge(round, kill % 2 === 0 ? 1 : -1));
      await wait(KILL_AFTER_MS);
      const killedMs = performance.now();
      server.killChild();
      await Promise.all(nudges);
      // Whoever had its answer before the end still has to come back.
      backTimes.push(
        await Promise.all(pupils.map(async (student) => (await backSince(student, killedMs)) - killedMs)),
      );
    }
    for (const student of pupils) student.leave();
    room.close();
    await server.stopChild();
    const { journal } = await openSqliteStore({ directory: server.dataDir });
    const kept = await checkJournal(journal, room.keys.session, pupils);
    await journal.close();
    printLine(
      {
        bench: 'recover',
        students,
        kills,
        allBackMs: rounded(Math.max(...backTimes.flat())),
        p50Ms: rounded(quantile(backTimes.flat(), 0.5)),
        p99Ms: rounded(quantile(backTimes.flat(), 0.99)),
        reconnects: pupils.reduce((sum, student) => sum + student.losses(), 0),
        ...kept,
      },
      json,
    );
  } finally {
    await server.stop();
  }
}

async function comeIn(
  seat: Parameters<typeof comeInStubbornly>[0] | undefined,
  url: string,
): Promise<StubbornStudent> {
  if (seat === undefined) throw new Error('there is no such seat');
  return comeInStubbornly(seat, [url]);
}

async function backSince(student: StubbornStudent, sinceMs: number): Promise<number> {
  for (;;) {
    const backMs = student.backMs();
    if (backMs !== null && backMs > sinceMs) return backMs;
    await wait(5);
  }
}
