import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import { comeBack, nudge, openLiveClass, type LiveClass, type Pupil } from '../helpers/live-class.ts';
import { enter, type Member } from '../helpers/member.ts';
import { startRedis, type RedisProcess } from '../helpers/redis-process.ts';
import { startServerProcess, temporaryDataDir, type ServerProcess } from '../helpers/server-process.ts';

const STUDENTS = 6;
/** A lease and the look of another server at it; the goal is two seconds. */
const TAKEN_OVER_MS = 2_000;
/** These machines are noisy; the figure itself is printed by `npm run bench -- cluster`. */
const PATIENCE = 4;

describe('a class on two servers that share a Redis', () => {
  const data = temporaryDataDir();
  let redis: RedisProcess;
  let owner: ServerProcess;
  let other: ServerProcess;
  let pets: LiveClass;
  const start = (port = 0): Promise<ServerProcess> =>
    startServerProcess({ dataDir: data.path, port, env: { REDIS_URL: redis.url } });
  /** Those whose connection the server that does not play the class holds. */
  const far = (): readonly Pupil[] => pets.students.filter((_, index) => index % 2 === 1);
  const near = (): readonly Pupil[] => pets.students.filter((_, index) => index % 2 === 0);

  beforeAll(async () => {
    redis = await startRedis();
    [owner, other] = await Promise.all([start(), start()]);
    const doors = [owner.url, other.url];
    pets = await openLiveClass(
      owner.url,
      STUDENTS,
      { closeRule: 'teacher', roundSeconds: 120 },
      'pets',
      doors,
    );
    await pets.enterStage(2);
    await pets.reach('nudge');
  });
  afterAll(async () => {
    pets.close();
    await Promise.all([owner.kill(), other.kill()]);
    await redis.dispose();
    data.remove();
  });

  it('takes nudges through either, each once, and shows everybody the same, bit for bit', async () => {
    expect(outcomes(await Promise.all(pets.students.map((pupil) => nudge(pupil, 1, 50))))).toEqual(
      pets.students.map(() => 'accepted'),
    );
    await pets.reach('adjust');
    const { parameters } = pets.teacher.view().network;
    for (const page of [pets.screen, ...pets.students]) {
      expect(page.view().network.parameters).toEqual(parameters);
      expect(page.gaps()).toBe(0);
    }
  });

  it('is found, listed and joined through a server that does not play it', async () => {
    const { code } = pets.keys;
    const info = (await (await fetch(`${other.url}/api/codes/${code}`)).json()) as { state: string };
    expect(info.state).toBe('open');
    const headers = { authorization: 'Bearer a-key-for-tests-only' };
    const listed = (await (await fetch(`${other.url}/api/recordings`, { headers })).json()) as {
      recordings: { state: string; seats: number }[];
    };
    expect(listed.recordings).toMatchObject([{ state: 'open', seats: STUDENTS }]);
  });

  it('goes on when its server is killed: who is connected to another one loses nothing, not even the connection', async () => {
    await pets.reach('nudge');
    const before = pets.teacher.view().network.parameters;
    const { epoch } = far()[0]?.at() ?? { epoch: Infinity };
    const killedMs = performance.now();
    await owner.kill();
    const asked = far().map((pupil) => nudge(pupil, -1, 100));
    expect(outcomes(await Promise.all(asked))).toEqual(far().map(() => 'accepted'));
    expect(performance.now() - killedMs).toBeLessThan(TAKEN_OVER_MS * PATIENCE);
    for (const pupil of far()) {
      await pupil.until('the class from its new server', (page) => page.at().epoch > epoch);
      expect(pupil.gone()).toBeNull();
      expect(pupil.view().network.parameters).toEqual(before);
    }
    const back = await Promise.all(near().map((pupil) => comeBack(pupil, other.url, pets.keys.code)));
    expect(back.map(({ taken }) => taken.seat)).toEqual(near().map(({ taken }) => taken.seat));
    expect(outcomes(await Promise.all(back.map((pupil) => nudge(pupil, 1, 101))))).toEqual(
      back.map(() => 'accepted'),
    );
    for (const page of back) page.close();
  });

  it('is handed on at once by a server that stops', async () => {
    owner = await start();
    const { keys } = pets;
    const [first, ...rest] = far();
    if (first === undefined) throw new Error('somebody has to be there');
    for (const page of rest) page.close();
    const pupil = await comeBack(first, owner.url, keys.code);
    const { epoch } = pupil.at();
    const stopped = other.end('SIGTERM');
    await pupil.until('the class from its new server', (page) => page.at().epoch > epoch, 3_000);
    expect(pupil.gone()).toBeNull();
    const teacher: Member<'teacher'> = await enter({
      url: owner.url,
      role: 'teacher',
      code: keys.code,
      token: keys.teacherToken,
    });
    expect(outcomes([await teacher.send({ kind: 'next', expected: teacher.view().serial })])).toEqual([
      'accepted',
    ]);
    expect((await stopped).code).toBe(0);
    other = await start();
    for (const page of [teacher, pupil]) page.close();
  });
});

function outcomes(answers: readonly Acknowledgement[]): readonly string[] {
  return answers.map((answer) => (answer.ok ? 'accepted' : answer.refusal.code));
}
