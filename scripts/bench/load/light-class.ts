import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { INTAKE } from '../../../server/limits.ts';
import type { SeatView, TeacherView } from '../../../shared/projection/views.ts';
import type { Acknowledgement, Frame, SeatMessage, Snapshot } from '../../../shared/wire/down.ts';
import type { Handshake } from '../../../shared/wire/handshake.ts';
import type { SessionKeys, TakenSeat } from '../../../shared/wire/http.ts';
import { PROTOCOL_VERSION } from '../../../shared/wire/version.ts';
import { connectLightly, type LightClient } from './light-client.ts';

/** A student of a class under load, connected for as long as its server lives. */
export type LightStudent = {
  readonly number: number;
  readonly client: LightClient;
  /** Parameters it owns, as its seat was last told. */
  readonly owns: () => readonly number[];
};

export type LightTeacher = {
  readonly view: () => TeacherView;
  readonly until: (test: (view: TeacherView) => boolean) => Promise<void>;
  /** Asks until it is done, and as long as the server says to wait. */
  readonly must: (intent: object) => Promise<void>;
};

export type LightClass = {
  readonly keys: SessionKeys;
  readonly teacher: LightTeacher;
  readonly students: readonly LightStudent[];
  /** What students hear from now on goes here. */
  readonly onHear: (hear: Hear) => void;
  readonly close: () => void;
};

export type Hear = (student: number, name: string, text: () => string) => void;

/** The lesson has rounds by hand with thirteen parameters; the teacher alone moves it on. */
const OPENED = {
  lesson: 'pets',
  language: 'en',
  settings: { roundSeconds: null, closeRule: 'teacher', pace: { kind: 'manual' } },
};
/** Students that come in at the same time. */
const AT_ONCE = 20;

/** A place in a class, and what it takes to sit down on it. */
export type Seat = {
  readonly number: number;
  readonly address: string;
  readonly handshake: Handshake;
};

export type SeatedClass = {
  readonly keys: SessionKeys;
  readonly teacher: LightTeacher;
  readonly seats: readonly Seat[];
  readonly close: () => void;
};

/** Opens a class with its teacher there and its seats taken, by students who have not come in yet. */
export async function openSeatedClass(
  { url, key }: { readonly url: string; readonly key: string },
  count: number,
  classNumber = 0,
): Promise<SeatedClass> {
  const address = (student: number): string => addressOf(classNumber, student);
  const keys = await post<SessionKeys>(`${url}/api/sessions`, address(0), OPENED, key);
  const handshake = (role: Handshake['role'], token: string, name: string): Handshake => ({
    role,
    token,
    protocol: PROTOCOL_VERSION,
    code: keys.code,
    instance: `bench-${name}`.padEnd(12, '-'),
    known: null,
  });
  const { teacher, close } = await sitDownTeacher(
    url,
    address(0),
    handshake('teacher', keys.teacherToken, 'teacher'),
  );
  const takeSeat = async (number: number): Promise<Seat> => {
    const place = `${url}/api/codes/${keys.code}/seats`;
    const { token } = await post<TakenSeat>(place, address(number), { language: 'en' });
    return { number, address: address(number), handshake: handshake('student', token, `s${number}`) };
  };
  const seats: Seat[] = [];
  // More than any lecture hall at once would be held at the door as a crowd.
  const { perSession, perAddress } = INTAKE.crowd;
  while (seats.length < count) {
    if (seats.length > 0) await wait(perAddress.windowMs);
    const before = seats.length;
    const some = Math.min(count - before, perSession.inLobbyMost);
    seats.push(...(await someAtOnce(some, (number) => takeSeat(before + number))));
  }
  return { keys, teacher, seats, close };
}

/** The same with every student there. */
export async function openLightClass(
  server: { readonly url: string; readonly key: string },
  count: number,
  classNumber = 0,
): Promise<LightClass> {
  const { keys, teacher, seats, close } = await openSeatedClass(server, count, classNumber);
  let hearing: Hear = () => undefined;
  const students = await someAtOnce(count, async (number) => {
    const seat = seats[number - 1];
    if (seat === undefined) throw new Error(`seat ${number} was not taken`);
    let view: SeatView | null = null;
    const client = await connectLightly({
      url: server.url,
      address: seat.address,
      auth: seat.handshake,
      hear: (name, text) => {
        if (name === 'seat') view = bodyOf<SeatMessage>(text()).seat;
        hearing(number, name, text);
      },
    });
    return { number, client, owns: () => view?.parameters.map(({ parameter }) => parameter) ?? [] };
  });
  await teacher.until((view) => view.class.present === count);
  return {
    keys,
    teacher,
    students,
    onHear: (hear) => {
      hearing = hear;
    },
    close: () => {
      close();
      for (const { client } of students) client.close();
    },
  };
}

/** Does something for the numbers from 1 to `count`, some of them at a time; what came of it, in their order. */
export async function someAtOnce<Made>(
  count: number,
  make: (number: number) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (let first = 1; first <= count; first += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - first + 1) }, (_, next) => first + next);
    made.push(...(await Promise.all(numbers.map(make))));
  }
  return made;
}

export async function enterStage(teacher: LightTeacher, stage: number): Promise<void> {
  await teacher.must({ kind: 'enter-stage', expected: teacher.view().serial, stage });
  await teacher.until((view) => view.stage?.index === stage);
}

/** Presses the big button until a round asks for nudges; which one. */
export async function openRound({ teacher }: { readonly teacher: LightTeacher }): Promise<number> {
  while (teacher.view().round?.phase.kind !== 'nudge') await pressNext(teacher);
  return teacher.view().round?.id ?? 0;
}

export async function pressNext(teacher: LightTeacher): Promise<void> {
  const { serial } = teacher.view();
  await teacher.must({ kind: 'next', expected: serial });
  await teacher.until((view) => view.serial > serial);
}

export function bodyOf<Body>(text: string): Body {
  return (JSON.parse(text.slice(2)) as [string, Body])[1]; // our own server's packet, whose shape its tests hold
}

/** Loopback has sixteen million addresses: every student comes from its own, as limits by address expect. */
export function addressOf(classNumber: number, student: number): string {
  return `127.${1 + classNumber}.${1 + Math.floor(student / 250)}.${1 + (student % 250)}`;
}

async function sitDownTeacher(
  url: string,
  address: string,
  auth: Handshake,
): Promise<{ readonly teacher: LightTeacher; readonly close: () => void }> {
  let view: TeacherView | null = null;
  let seq = 0;
  const lookers = new Set<() => void>();
  const client = await connectLightly({
    url,
    address,
    auth,
    hear: (name, text) => {
      if (name === 'teacher-snapshot') ({ view } = bodyOf<Snapshot<TeacherView>>(text()));
      if (name === 'teacher-frame' && view !== null)
        view = { ...view, ...bodyOf<Frame<TeacherView>>(text()).changed };
      for (const look of lookers) look();
    },
  });
  const shown = (): TeacherView => {
    if (view === null) throw new Error('the teacher was sent no picture of the class');
    return view;
  };
  return {
    close: client.close,
    teacher: {
      view: shown,
      until: (test) =>
        new Promise((resolve) => {
          const look = (): void => {
            if (view === null || !test(view)) return;
            lookers.delete(look);
            resolve();
          };
          lookers.add(look);
          look();
        }),
      must: async (intent) => {
        seq += 1;
        const answer = await patiently(() => client.ask(intent, seq));
        if (!answer.ok) throw new Error(`the teacher was refused: ${answer.refusal.code}`);
      },
    },
  };
}

async function patiently(ask: () => Promise<Acknowledgement>): Promise<Acknowledgement> {
  for (;;) {
    const answer = await ask();
    if (answer.ok || answer.refusal.code !== 'slow-down') return answer;
    await wait(answer.refusal.ms ?? 200);
  }
}

/** Asks, and waits as long as the server says where it came too fast. */
async function post<Answer>(url: string, localAddress: string, body: object, key?: string): Promise<Answer> {
  for (;;) {
    const { status, text } = await postOnce(url, localAddress, body, key);
    if (status === 429) await wait((JSON.parse(text) as { readonly ms?: number }).ms ?? 200);
    else if (status >= 400) throw new Error(`${new URL(url).pathname} answered ${status}: ${text}`);
    else return JSON.parse(text) as Answer; // our own server's answer, whose shape its tests hold
  }
}

function postOnce(
  url: string,
  localAddress: string,
  body: object,
  key?: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const headers = {
    'content-type': 'application/json',
    ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers, localAddress, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
      );
    });
    asked.on('error', reject);
    asked.end(JSON.stringify(body));
  });
}
