import { setTimeout as wait } from 'node:timers/promises';
import type { StudentView, TeacherView } from '../../shared/projection/views.ts';
import type { BotStrategy, Figures } from '../../shared/session/events.ts';
import type { SessionKeys, TakenSeat } from '../../shared/wire/http.ts';
import { joinAs, type Member } from './member.ts';
import type { BotOptions } from './options.ts';
import { createStudent, type Student } from './student.ts';
import { createTally, type Tally } from './tally.ts';

/** Where a refusal does not say for how long. */
const WAIT_MS = 200;

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
    await enterStage(teacher, options.stage);
    const first = teacher.view().figures;
    for (let round = 1; round <= options.rounds; round++) await playRound(teacher, members, students, tally);
    const last = teacher.view().figures;
    await must(teacher, { kind: 'end-session' });
    const reconnects = [teacher, ...students].reduce((sum, one) => sum + one.reconnects(), 0);
    return {
      session: keys.session,
      rounds: options.rounds,
      ...summary(first, last),
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

async function enterStage(teacher: Member<TeacherView>, kind: string): Promise<void> {
  const { plan, serial } = teacher.view();
  const stage = plan.findIndex((one) => one.kind === kind);
  await must(teacher, { kind: 'enter-stage', expected: serial, stage });
  await teacher.until((view) => view.stage?.kind === kind);
}

async function playRound(
  teacher: Member<TeacherView>,
  members: readonly Member<StudentView>[],
  students: readonly Student[],
  tally: Tally,
): Promise<void> {
  do await pressNext(teacher);
  while (teacher.view().round?.phase.kind !== 'nudge');
  const round = teacher.view().round?.id ?? 0;
  await Promise.all(students.map((student) => student.play(round)));
  const closed = performance.now();
  const received = members.map(async (member) => {
    await member.until((view) => view.round?.id === round && view.round.phase.kind === 'adjust');
    tally.received(performance.now() - closed);
  });
  await pressNext(teacher);
  await Promise.all([...received, ...students.map((student) => student.settle(round))]);
}

/** Presses the big button and waits until the console shows what it did. */
async function pressNext(teacher: Member<TeacherView>): Promise<void> {
  const { serial } = teacher.view();
  await must(teacher, { kind: 'next', expected: serial });
  await teacher.until((view) => view.serial > serial);
}

/** Asks until it is done; a teacher who presses faster than the server takes it waits as long as it says. */
async function must(teacher: Member<TeacherView>, intent: object): Promise<void> {
  for (;;) {
    const answer = await teacher.ask(intent);
    if (answer.ok) return;
    if (answer.refusal.code !== 'slow-down')
      throw new Error(`the teacher was refused: ${answer.refusal.code}`);
    await wait(answer.refusal.ms ?? WAIT_MS);
  }
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
