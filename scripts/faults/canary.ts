import { setTimeout as wait } from 'node:timers/promises';
import type { StudentView, TeacherView } from '../../shared/projection/views.ts';
import { joinAs, type Member } from '../bots/member.ts';
import { enterStage, playStage } from '../bots/play-stage.ts';
import { createStudent } from '../bots/student.ts';
import { createTally } from '../bots/tally.ts';
import { openClass, takeSeat, type Door } from './door.ts';
import { timesOf, type Times } from './times.ts';

/** How a class fared in one stretch of play. */
export type Fared = Times & { readonly rounds: number };

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

export async function openCanary(door: Door, students: number): Promise<Canary> {
  const keys = await openClass(door);
  const { code } = keys;
  const teacher = await joinAs<TeacherView>(door.url, 'teacher', { code, token: keys.teacherToken });
  const tally = createTally();
  const answeredMs: number[] = [];
  let unanswered = 0;
  const members: Member<StudentView>[] = [];
  for (let index = 0; index < students; index += 1) {
    const { token } = await takeSeat(door, code);
    const member = await joinAs<StudentView>(door.url, 'student', { code, token });
    members.push(timed(member, answeredMs, () => void (unanswered += 1)));
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
      let rounds = 0;
      for (; !isOver(); rounds += 1) {
        await playStage({ teacher, members, students: cast, tally }, { byHand: 1, ahead: 0 });
        await wait(BETWEEN_ROUNDS_MS);
      }
      return { rounds, ...timesOf(answeredMs) };
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

/** A question without an answer is harm; it is asked again, as a page does. */
function timed(
  member: Member<StudentView>,
  answeredMs: number[],
  unanswered: () => void,
): Member<StudentView> {
  return {
    ...member,
    ask: async (intent) => {
      const askedMs = performance.now();
      for (;;) {
        const answer = await member.ask(intent).catch(unanswered);
        if (answer === undefined) continue;
        answeredMs.push(performance.now() - askedMs);
        return answer;
      }
    },
  };
}
