import type { Lesson } from '../../shared/lessons/lesson.ts';
import type { SettingsPatch } from '../../shared/session/settings.ts';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import type { SessionKeys, TakenSeat } from '../../shared/wire/http.ts';
import { openClass, takeSeat } from './http-class.ts';
import { enter, type Member } from './member.ts';

export type Pupil = Member<'student'> & { readonly taken: TakenSeat };

/** A class on a running server: a teacher, a screen and some students, each a real socket. */
export type LiveClass = {
  readonly url: string;
  readonly keys: SessionKeys;
  readonly teacher: Member<'teacher'>;
  readonly screen: Member<'screen'>;
  readonly students: readonly Pupil[];
  /** Presses the big button. */
  readonly next: () => Promise<Acknowledgement>;
  /** Presses it until the round reaches a phase, and everybody has seen it. */
  readonly reach: (phase: 'predict' | 'compare' | 'backward' | 'nudge' | 'adjust') => Promise<void>;
  readonly enterStage: (stage: number) => Promise<void>;
  readonly close: () => void;
};

export async function openLiveClass(
  url: string,
  students: number,
  settings: SettingsPatch = {},
  lesson: string | Lesson = 'pets',
  /** Where people come in, in turn: with several servers any of them does. */
  doors: readonly string[] = [url],
): Promise<LiveClass> {
  const keys = await openClass(url, settings, lesson);
  const { code } = keys;
  const door = (visitor: number): string => doors[visitor % doors.length] ?? url;
  const teacher = await enter({ url: door(0), role: 'teacher', code, token: keys.teacherToken });
  const screen = await enter({ url: door(1), role: 'screen', code, token: keys.screenToken });
  const pupils = await Promise.all(
    Array.from({ length: students }, async (_, index) =>
      sitDown(door(index), code, await takeSeat(door(index + 1), code)),
    ),
  );
  await teacher.until('everybody present', (page) => page.view().class.present === students);

  const send = async (intent: Parameters<Member<'teacher'>['send']>[0]): Promise<Acknowledgement> => {
    const answer = await patiently(() => teacher.send(intent));
    if (!answer.ok) throw new Error(`${intent.kind} was refused: ${answer.refusal.code}`);
    return answer;
  };
  const next = (): Promise<Acknowledgement> => send({ kind: 'next', expected: teacher.view().serial });
  return {
    url,
    keys,
    teacher,
    screen,
    students: pupils,
    next,
    reach: async (phase) => {
      for (let presses = 0; teacher.view().round?.phase.kind !== phase; presses++) {
        if (presses > 20) throw new Error(`the round never reached ${phase}`);
        const { serial } = teacher.view();
        await next();
        await teacher.until('the next step', (page) => page.view().serial > serial);
      }
      const id = teacher.view().round?.id;
      const seen = (page: Member<'student'> | Member<'screen'>): boolean => {
        const { round } = page.view();
        return round?.phase.kind === phase && round.id === id;
      };
      await screen.until(phase, seen);
      for (const pupil of pupils) if (pupil.gone() === null) await pupil.until(phase, seen);
    },
    enterStage: async (stage) => {
      await send({ kind: 'enter-stage', expected: teacher.view().serial, stage });
      await teacher.until(
        `stage ${stage}`,
        (page) => page.view().stage?.index === stage && page.view().round === null,
      );
    },
    close: () => {
      for (const page of [teacher, screen, ...pupils]) page.close();
    },
  };
}

/** A phone that has taken a seat opens its page. */
export async function sitDown(url: string, code: string, taken: TakenSeat): Promise<Pupil> {
  const member = await enter({ url, role: 'student', code, token: taken.token });
  await member.until('its own seat', (page) => page.seat().seat === taken.seat);
  return { ...member, taken };
}

/** A page that has lost its connection opens another, under its own name and with what it had. */
export async function comeBack(pupil: Pupil, url: string, code: string): Promise<Pupil> {
  const { taken, instance } = pupil;
  const had = { known: pupil.at(), picture: pupil.view(), instance };
  const member = await enter({ url, role: 'student', code, token: taken.token, ...had });
  await member.until('its own seat', (page) => page.seat().seat === taken.seat);
  return { ...member, taken };
}

/** A nudge of a student's first own parameter. */
export function nudge(pupil: Pupil, direction: -1 | 0 | 1 = 1, seq?: number): Promise<Acknowledgement> {
  const parameter = pupil.seat().parameters[0]?.parameter ?? 0;
  const round = pupil.view().round?.id ?? 1;
  return pupil.send({ kind: 'nudge', round, parameter, direction, size: 'normal' }, seq);
}

/** A nudge of everything a student owns. */
export async function nudgeAll(pupil: Pupil, direction: -1 | 0 | 1): Promise<void> {
  const round = pupil.view().round?.id ?? 1;
  for (const { parameter } of pupil.seat().parameters) {
    const answer = await patiently(() =>
      pupil.send({ kind: 'nudge', round, parameter, direction, size: 'normal' }),
    );
    if (!answer.ok) throw new Error(`a nudge was refused: ${answer.refusal.code}`);
  }
}

/** Asks again after the time it is told to wait, as our own pages do. */
export async function patiently(ask: () => Promise<Acknowledgement>): Promise<Acknowledgement> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.refusal.code !== 'slow-down') return answer;
    const { ms = 100 } = answer.refusal;
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
}
