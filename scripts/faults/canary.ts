import { setTimeout as wait } from 'node:timers/promises';
import type { StudentView, TeacherView } from '../../shared/projection/views.ts';
import { joinAs, type Member } from '../bots/member.ts';
import { enterStage, playStage } from '../bots/play-stage.ts';
import { createStudent } from '../bots/student.ts';
import type { OwnServer } from '../bots/own-server.ts';
import { createTally } from '../bots/tally.ts';
import { openClass, takeSeat } from './door.ts';
import { starvedMs } from './starvation.ts';
import { timesOf, type Times } from './times.ts';

/** How a class fared in one stretch of play. */
export type Fared = Times & {
  readonly rounds: number;
  /** How long the machine made the server, and this process, wait for a processor. */
  readonly starvedMs: number;
};

/** A real class that plays while something bad happens beside it. */
export type Canary = {
  /** Plays round after round, for as long as it is told to. */
  readonly playUntil: (isOver: () => boolean) => Promise<Fared>;
  /** Nudges refused, unanswered, or acknowledged and not there afterwards, and connections lost: since it was opened. */
  readonly harm: () => number;
  readonly leave: () => void;
};

/** A class that never looks up would be a load of its own. */
const BETWEEN_ROUNDS_MS = 200;
/** Of time in which server and class had their turn on the machine. */
const PATIENCE_MS = 20_000;

export async function openCanary(server: OwnServer, students: number): Promise<Canary> {
  const keys = await openClass(server);
  const { code } = keys;
  const answeredMs: number[] = [];
  let unanswered = 0;
  const starved = (): number => starvedMs(server.pid) + starvedMs(process.pid);
  /** Stands still while the machine lets one of the two wait, since that is nothing a server could help. */
  const nowMs = (): number => performance.now() - starved();
  const patient = <View>(member: Member<View>, took: (ms: number) => void): Member<View> => ({
    ...member,
    /** A question without an answer is harm; it is asked again, as a page does. */
    ask: async (intent) => {
      const askedMs = performance.now();
      let sinceMs = nowMs();
      for (;;) {
        const answer = await member.ask(intent).catch(() => null);
        if (answer !== null) {
          took(performance.now() - askedMs);
          return answer;
        }
        if (nowMs() - sinceMs < PATIENCE_MS) continue;
        unanswered += 1;
        sinceMs = nowMs();
      }
    },
  });
  const teacher = patient(
    await joinAs<TeacherView>(server.url, 'teacher', { code, token: keys.teacherToken }),
    () => undefined,
  );
  const tally = createTally();
  const members: Member<StudentView>[] = [];
  for (let index = 0; index < students; index += 1) {
    const { token } = await takeSeat(server, code);
    const member = await joinAs<StudentView>(server.url, 'student', { code, token });
    members.push(patient(member, (ms) => void answeredMs.push(ms)));
  }
  const cast = members.map((member, index) =>
    createStudent(member, { kind: 'random', wrong: 0 }, ['canary', index], tally),
  );
  await enterStage(
    teacher,
    teacher.view().plan.findIndex(({ kind }) => kind === 'guess'),
  );
  return {
    playUntil: async (isOver) => {
      answeredMs.length = 0;
      const before = starved();
      let rounds = 0;
      for (; !isOver(); rounds += 1) {
        await playStage({ teacher, members, students: cast, tally }, { byHand: 1, ahead: 0 });
        await wait(BETWEEN_ROUNDS_MS);
      }
      return { rounds, ...timesOf(answeredMs), starvedMs: Math.round(starved() - before) };
    },
    harm: () => {
      const { lost, refused } = tally.report();
      return [teacher, ...members].reduce((sum, one) => sum + one.reconnects(), lost + refused + unanswered);
    },
    leave: () => {
      for (const one of [teacher, ...members]) one.leave();
    },
  };
}
