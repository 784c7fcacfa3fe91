import { setTimeout as wait } from 'node:timers/promises';
import type { TeacherView } from '../../shared/projection/views.ts';
import type { TakenSeat } from '../../shared/wire/http.ts';
import { must } from '../bots/ask.ts';
import { joinAs } from '../bots/member.ts';
import { atOnce, countBy } from './at-once.ts';
import { ask, join, openClass, type Door, type Reply } from './door.ts';
import type { Flooded } from './floods.ts';
import { timesOf } from './times.ts';

const ATTACKER = '10.66.0.1';
/** Where the class is, a flood each: several may run at a time. */
const SCHOOL = { joins: '203.0.113.1', codes: '10.1.0.2', keys: '10.1.0.3' } as const;
const LANES = 50;
const SEATS_MOST = 1_000;
const LET_IN_WITHIN_MS = 10_000;

const statuses = (replies: readonly Reply[]) => countBy(replies.map(({ status }) => status));
const timesIn = (replies: readonly Reply[]) => timesOf(replies.map(({ ms }) => ms));
const all = (replies: readonly Reply[], status: number) => replies.every((reply) => reply.status === status);

/** Students who come in one after another, as a class does. */
async function comeIn(count: number, enter: (student: number) => Promise<Reply>): Promise<readonly Reply[]> {
  const replies: Reply[] = [];
  for (let student = 0; student < count; student += 1) {
    replies.push(await enter(student));
    await wait(50);
  }
  return replies;
}

/**
 * A01, I9: 10,000 ask for seats from one address; a class comes in, half of it by addresses of their own and half by the one
 * of their school. A class that became a crowd holds newcomers: then the teacher lets these in.
 */
export async function floodOfJoins(door: Door, scale: number): Promise<Flooded> {
  const { code, teacherToken } = await openClass(door);
  const teacher = await joinAs<TeacherView>(door.url, 'teacher', { code, token: teacherToken });
  const [flood, students] = await Promise.all([
    atOnce(10_000 * scale, LANES, () => join(door, code, ATTACKER)),
    comeIn(30, (student) => join(door, code, student % 2 === 0 ? SCHOOL.joins : `10.1.1.${student}`)),
  ]);
  const taken = (replies: readonly Reply[]): readonly number[] =>
    replies.filter(({ status }) => status === 200).map(({ text }) => seatIn(text));
  const own = new Set(taken(students));
  // The console is told of those who came at most four times a second.
  await wait(1_000);
  const { door: held } = teacher.view();
  const waiting = held.waiting.map(({ seat }) => seat).filter((seat) => own.has(seat));
  if (waiting.length > 0) await must(teacher, { kind: 'admit-seats', seats: waiting });
  const insideOf = ({ table }: TeacherView): number => table.filter(({ seat }) => own.has(seat)).length;
  await Promise.race([
    teacher.until((view) => insideOf(view) === own.size),
    wait(LET_IN_WITHIN_MS, undefined, { ref: false }),
  ]);
  const inside = insideOf(teacher.view());
  teacher.leave();
  const seats = taken(flood).length + own.size;
  return {
    held: inside === 30 && seats <= SEATS_MOST && Object.keys(statuses(flood)).every(isExpected),
    figures: {
      flood: statuses(flood),
      students: statuses(students),
      heldFor: held.held ?? 'nothing',
      letIn: waiting.length,
      seats,
      studentsMs: timesIn(students),
    },
  };
}

function seatIn(text: string): number {
  return (JSON.parse(text) as TakenSeat).seat; // our own server's answer, whose shape its tests hold
}

const isExpected = (status: string): boolean => ['200', '409', '429'].includes(status);

/** A02, I10: 10,000 wrong codes; 40 students behind the same address look at theirs and come in. */
export async function floodOfCodes(door: Door, scale: number): Promise<Flooded> {
  const { code } = await openClass(door);
  const guess = (index: number) =>
    `222${String(index % 1_000)
      .padStart(3, '2')
      .replace(/[01568]/gu, '7')}`;
  const startMs = performance.now();
  const [flood, students] = await Promise.all([
    atOnce(10_000 * scale, LANES, (index) =>
      ask(door, 'GET', `/api/codes/${guess(index)}`, { from: SCHOOL.codes }),
    ),
    comeIn(40, async () => {
      const info = await ask(door, 'GET', `/api/codes/${code}`, { from: SCHOOL.codes });
      return info.status === 200 ? join(door, code, SCHOOL.codes) : info;
    }),
  ]);
  const seconds = (performance.now() - startMs) / 1_000;
  const told = statuses(flood)[404] ?? 0;
  return {
    held:
      all(students, 200) &&
      told <= 40 + Math.ceil(seconds / 3) &&
      flood.every(({ status }) => status !== 200),
    figures: { flood: statuses(flood), students: statuses(students), seconds, studentsMs: timesIn(students) },
  };
}

/** A12: 1,000 wrong keys; the teacher at the same address opens the list of classes all the while. */
export async function floodOfKeys(door: Door, scale: number): Promise<Flooded> {
  let isOver = false;
  const flooding = atOnce(1_000 * scale, LANES, (index) =>
    ask(door, 'GET', '/api/sessions', { key: `guess-number-${index}`, from: SCHOOL.keys }),
  ).finally(() => {
    isOver = true;
  });
  const teacher: Reply[] = [];
  while (!isOver) {
    teacher.push(await ask(door, 'GET', '/api/sessions', { key: door.key, from: SCHOOL.keys }));
    await wait(100);
  }
  const flood = await flooding;
  return {
    held:
      teacher.length > 0 &&
      all(teacher, 200) &&
      flood.every(({ status }) => status === 401 || status === 429),
    figures: { flood: statuses(flood), wrongMs: timesIn(flood), teacherMs: timesIn(teacher) },
  };
}

/** I2: bodies of 10 MB where 16 KiB are allowed. A server that has said no may hang up before it has read all of it. */
export async function floodOfLargeBodies(door: Door, scale: number): Promise<Flooded> {
  const { code } = await openClass(door);
  const body = Buffer.alloc(10 * 1_024 * 1_024, '"');
  const replies = await atOnce(100 * scale, 5, () =>
    ask(door, 'POST', `/api/codes/${code}/seats`, { body, from: ATTACKER }),
  );
  return {
    held: replies.every(({ status }) => status === 413 || status === 0),
    figures: { flood: statuses(replies), ms: timesIn(replies) },
  };
}
