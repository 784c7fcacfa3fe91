import type { PlannedStage, StudentView, TeacherView } from '../../shared/projection/views.ts';
import type { BotStrategy, Figures } from '../../shared/session/events.ts';
import type { SessionKeys, TakenSeat } from '../../shared/wire/http.ts';
import { must } from './ask.ts';
import { joinAs, type Member } from './member.ts';
import type { BotOptions } from './options.ts';
import { enterStage, playStage, type Rounds } from './play-stage.ts';
import { createStudent, type Student } from './student.ts';
import { createTally, type Tally } from './tally.ts';

/** Rounds by hand of a stage that is rehearsed by itself. */
const ROUNDS_OF_ONE_STAGE = 20;

const STRATEGIES: Readonly<Record<BotOptions['strategy'], BotStrategy['kind']>> = {
  random: 'random',
  probe: 'probing',
  gradient: 'gradient',
  contrary: 'contrary',
};

export type Rehearsal = ReturnType<Tally['report']> & {
  /** Id of the session, and of its recording. */
  readonly session: string;
  readonly rounds: number;
  readonly lossFirst: number;
  readonly lossLast: number;
  readonly accuracyFirst: number;
  readonly accuracyLast: number;
  readonly reconnects: number;
};

/** A whole lesson is played as it plans; one stage by itself for as many rounds as are asked for. */
function roundsOf({ stage, rounds }: BotOptions, plan: PlannedStage | undefined): Rounds {
  return stage === null
    ? { byHand: rounds ?? plan?.rounds ?? 1, ahead: plan?.fastForward ?? 0 }
    : { byHand: rounds ?? ROUNDS_OF_ONE_STAGE, ahead: 0 };
}

/** Plays a whole class through real sockets: a teacher, and students who see what phones see. */
export async function rehearse(url: string, key: string, options: BotOptions): Promise<Rehearsal> {
  const tally = createTally();
  const keys = await post<SessionKeys>(`${url}/api/sessions`, key, {
    lesson: options.lesson,
    language: 'en',
    settings: { roundSeconds: null, closeRule: 'teacher', pace: { kind: 'manual' } },
  });
  const teacher = await joinAs<TeacherView>(url, 'teacher', { code: keys.code, token: keys.teacherToken });
  const members: Member<StudentView>[] = [];
  const students: Student[] = [];
  try {
    // One after another, so that the same seed deals the same seats.
    for (let index = 0; index < options.students; index++) {
      const { token } = await post<TakenSeat>(`${url}/api/codes/${keys.code}/seats`, null, {
        language: 'en',
      });
      const member = await joinAs<StudentView>(url, 'student', { code: keys.code, token });
      const strategy = { kind: STRATEGIES[options.strategy], wrong: options.wrong };
      members.push(member);
      students.push(createStudent(member, strategy, [options.seed, 'student', index], tally));
    }
    const { plan } = teacher.view();
    const asked = options.stage;
    const stages = plan.flatMap((_, index) => (asked === null || asked === index ? [index] : []));
    let first: Figures | null = null;
    let rounds = 0;
    for (const stage of stages) {
      await enterStage(teacher, stage);
      first ??= teacher.view().figures;
      rounds += await playStage({ teacher, members, students, tally }, roundsOf(options, plan[stage]));
    }
    const last = teacher.view().figures;
    await must(teacher, { kind: 'end-session' });
    const reconnects = [teacher, ...students].reduce((sum, one) => sum + one.reconnects(), 0);
    return {
      session: keys.session,
      rounds,
      ...summary(first ?? last, last),
      ...tally.report(),
      reconnects,
    };
  } finally {
    for (const one of [teacher, ...members]) one.leave();
  }
}

function summary(first: Figures, last: Figures) {
  return {
    lossFirst: first.loss,
    lossLast: last.loss,
    accuracyFirst: first.validationAccuracy,
    accuracyLast: last.validationAccuracy,
  };
}

async function post<Answer>(url: string, key: string | null, body: object): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok)
    throw new Error(`${new URL(url).pathname} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer; // our own server's answer, whose shape its tests hold
}
