import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../server/journal/sqlite.ts';
import { readEvent } from '../../server/room/stored-event.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import { sessionId } from '../../shared/session/ids.ts';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import type { SessionKeys } from '../../shared/wire/http.ts';
import { comeBack, openLiveClass, type Pupil } from '../helpers/live-class.ts';
import { STAGE } from '../helpers/machine-lesson.ts';
import { enter, type Member } from '../helpers/member.ts';
import { startServerProcess, temporaryDataDir, type ServerProcess } from '../helpers/server-process.ts';

const STUDENTS = 12;
const SECONDS = 60;
/** The pace of the standard lesson's `autopilot`. */
const STEPS_PER_SECOND = 4;
/** How far that much of a nudge in the air gets before the power is cut. */
const IN_THE_AIR_MS = 5;

const data = temporaryDataDir();
let server: ServerProcess;
let keys: SessionKeys;
let teacher: Member<'teacher'>;
let pupils: readonly Pupil[];

beforeAll(async () => {
  server = await startServerProcess({ dataDir: data.path });
  const live = await openLiveClass(server.url, STUDENTS, { closeRule: 'teacher', roundSeconds: SECONDS });
  ({ keys, teacher, students: pupils } = live);
});
afterAll(async () => {
  for (const page of [teacher, ...pupils]) page.close();
  await server.kill();
  data.remove();
});

type HandIn = (pupil: Pupil, seq: number) => Promise<Acknowledgement>;

/** Some have handed in and know it, what others sent is in the air, and the server dies; all come back and ask again. */
async function dieAmid(
  sure: readonly (readonly [pupil: number, seq: number])[],
  air: readonly (readonly [pupil: number, seq: number])[],
  handIn: HandIn,
): Promise<void> {
  const send = ([place, seq]: readonly [number, number]): Promise<Acknowledgement> =>
    handIn(pupils[place] ?? expect.fail('no such student'), seq);
  const answers = await Promise.all(sure.map(send));
  expect(answers.filter(({ ok }) => !ok)).toEqual([]);
  const answered = new Set<string>();
  for (const one of air) void send(one).then(({ ok }) => ok && answered.add(one.join()));
  await new Promise((resolve) => setTimeout(resolve, IN_THE_AIR_MS));
  await dieAndComeBack();
  const again = await Promise.all(air.filter((one) => !answered.has(one.join())).map(send));
  expect(again.filter(({ ok }) => !ok)).toEqual([]);
}

async function dieAndComeBack(): Promise<void> {
  const { port, url } = server;
  await server.kill();
  server = await startServerProcess({ dataDir: data.path, port });
  teacher = await enter({ url, role: 'teacher', code: keys.code, token: keys.teacherToken });
  pupils = await Promise.all(pupils.map((pupil) => comeBack(pupil, url, keys.code)));
  await teacher.until('everybody back', ({ view }) => view().class.present === STUDENTS);
}

async function enterStage(stage: number): Promise<void> {
  await teacher.send({ kind: 'enter-stage', expected: teacher.view().serial, stage });
  await teacher.until('the stage', ({ view }) => view().stage?.index === stage && view().round === null);
}

async function next(phase: string): Promise<void> {
  await teacher.send({ kind: 'next', expected: teacher.view().serial });
  await teacher.until(phase, ({ view }) => view().round?.phase.kind === phase);
  for (const pupil of pupils) await pupil.until(phase, ({ view }) => view().round?.phase.kind === phase);
}

const everybody = (seq: number): readonly (readonly [number, number])[] =>
  pupils.map((_, place) => [place, seq] as const);

async function facts(): Promise<readonly SessionEvent[]> {
  const store = await openSqliteStore({ directory: data.path });
  const kept = await store.journal.read(sessionId(keys.session), 1);
  await store.journal.close();
  return kept.map(({ json }) => readEvent(json));
}

const steps = (): number => teacher.view().machine?.steps ?? 0;

describe('a class whose server dies while a machine descends', () => {
  it('keeps every acknowledged vote, the last one of each, and the time to vote', async () => {
    await enterStage(STAGE.autopilot);
    await next('vote');
    const round = teacher.view().round?.id ?? 0;
    await dieAmid(everybody(100), everybody(101), (pupil, seq) =>
      pupil.send({ kind: 'vote', round, vote: seq === 100 ? 'slow' : 'explodes' }, seq),
    );
    const clock = teacher.clock();
    expect(clock.kind === 'running' && clock.remainingMs > (SECONDS * 1000) / 2).toBe(true);
    for (const pupil of pupils) await pupil.until('its vote', ({ seat }) => seat().vote === 'explodes');
    await next('run');
    await teacher.until('the votes, counted', ({ view }) => view().machine?.votes !== null);
    expect(teacher.view().machine?.votes).toEqual({ slow: 0, fast: 0, explodes: STUDENTS });
  });

  it('goes on with the run where it was, at its own pace', async () => {
    await teacher.until('some steps', () => steps() >= 4);
    const before = { steps: steps(), parameters: teacher.view().network.parameters };
    await dieAndComeBack();
    expect(steps()).toBeGreaterThanOrEqual(before.steps);
    const from = { steps: steps(), ms: performance.now() };
    await teacher.until('more steps', () => steps() >= from.steps + STEPS_PER_SECOND);
    const mayHave = ((performance.now() - from.ms) / 1000) * STEPS_PER_SECOND;
    expect(steps() - from.steps).toBeLessThanOrEqual(mayHave + 2);
    expect(teacher.view().network.parameters).not.toEqual(before.parameters);
  });

  it('keeps every acknowledged stop, once, at the round its student saw', async () => {
    await enterStage(STAGE.stop);
    await next('run');
    await teacher.until('some rounds', () => steps() >= 2);
    const half = STUDENTS / 2;
    const seen = new Map<Pupil['taken'], number>();
    const all = everybody(200);
    await dieAmid(all.slice(0, half), all.slice(half), (pupil, seq) => {
      // Asked again, it is the same stop: of the round that was seen then.
      const round = seen.get(pupil.taken) ?? pupil.view().round?.id ?? 0;
      seen.set(pupil.taken, round);
      return pupil.send({ kind: 'stop', round }, seq);
    });
    for (const pupil of pupils) await pupil.until('its stop', ({ seat }) => seat().stop !== null);
    const again = await pupils[0]?.send({ kind: 'stop', round: teacher.view().round?.id ?? 0 }, 201);
    expect(again?.ok).toBe(false);
    const at = steps();
    await teacher.until('the run goes on', () => steps() > at);
    await teacher.send({ kind: 'change-settings', patch: { machineSpeed: 0 } });
    await teacher.until('the machine stands', ({ view }) => view().machine?.speed === 0);
    await teacher.send({ kind: 'fast-forward', expected: teacher.view().serial, rounds: 60 });
    await teacher.until('all rounds', () => steps() === 60);
    await next('reveal');
    const stops = teacher.view().stop?.revealed?.stops ?? [];
    expect(stops.reduce((sum, { count }) => sum + count, 0)).toBe(STUDENTS);
  });

  it('keeps every acknowledged bet, the last one of each, on the animal it was on', async () => {
    await enterStage(STAGE.test);
    await next('bet');
    const round = teacher.view().round?.id ?? 0;
    await dieAmid(everybody(300), everybody(301), (pupil, seq) =>
      pupil.send({ kind: 'bet', round, animal: 0, answer: seq - 300 }, seq),
    );
    expect(teacher.view().round?.phase).toEqual({ kind: 'bet', animal: 0 });
    await next('answer');
    expect(teacher.view().test?.answer?.bets).toEqual([0, STUDENTS]);
  });

  it('has each of them in its journal once, and every step of the machine in its order', async () => {
    for (const page of [teacher, ...pupils]) page.close();
    await server.end('SIGTERM');
    const kept = await facts();
    const handedIn = kept.flatMap((event) =>
      (event.type === 'voted' || event.type === 'stopped' || event.type === 'bet-placed') &&
      event.intent !== null
        ? [`${event.seat}:${event.intent.seq}`]
        : [],
    );
    const once = pupils.flatMap(({ taken }) =>
      [100, 101, 200, 300, 301].map((seq) => `${taken.seat}:${seq}`),
    );
    expect([...handedIn].sort()).toEqual(once.sort());
    const rounds = kept.flatMap((event) => (event.type === 'descended' ? [event.round] : []));
    expect(rounds).toEqual([...new Set(rounds)].sort((one, other) => one - other));
  });
});
