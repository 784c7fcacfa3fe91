import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comeBack, nudge, openLiveClass, type LiveClass } from '../helpers/live-class.ts';
import { enter } from '../helpers/member.ts';
import { startRedis, type RedisProcess } from '../helpers/redis-process.ts';
import { startServerProcess, temporaryDataDir, type ServerProcess } from '../helpers/server-process.ts';

/** Longer than Redis is waited for, shorter than a class's patience. */
const REDIS_AWAY_MS = 3_000;

describe('a class kept in Redis', () => {
  const data = temporaryDataDir();
  let redis: RedisProcess;
  let server: ServerProcess;
  let pets: LiveClass;
  const start = (port?: number): Promise<ServerProcess> =>
    startServerProcess({
      dataDir: data.path,
      env: { REDIS_URL: redis.url },
      ...(port === undefined ? {} : { port }),
    });

  beforeAll(async () => {
    redis = await startRedis();
    server = await start();
    pets = await openLiveClass(server.url, 5, { closeRule: 'teacher', roundSeconds: 120 });
    await pets.enterStage(2);
    await pets.reach('nudge');
  });
  afterAll(async () => {
    pets.close();
    await server.kill();
    await redis.dispose();
    data.remove();
  });

  it('says that it is saving while Redis is away, loses no nudge, and goes on by itself', async () => {
    await redis.kill();
    const waiting = pets.students.map((pupil, index) => nudge(pupil, 1, 100 + index));
    await new Promise((resolve) => setTimeout(resolve, REDIS_AWAY_MS));
    await redis.restart();
    expect((await Promise.all(waiting)).map(({ ok }) => ok)).toEqual(pets.students.map(() => true));
    await pets.teacher.until('all proposals', (page) =>
      page.view().table.every(({ nudges }) => nudges[0] !== null),
    );
  });

  it('goes on after its server was killed, every seat and proposal where it was', async () => {
    const before = pets.teacher.view();
    const { port, url } = server;
    await server.kill();
    server = await start(port);
    const { keys } = pets;
    const teacher = await enter({ url, role: 'teacher', code: keys.code, token: keys.teacherToken });
    expect(teacher.view().network.parameters).toEqual(before.network.parameters);
    expect(teacher.view().table.map(({ nudges }) => nudges)).toEqual(
      before.table.map(({ nudges }) => nudges),
    );
    const back = await Promise.all(pets.students.map((pupil) => comeBack(pupil, url, keys.code)));
    expect(back.map(({ taken }) => taken.seat)).toEqual(pets.students.map(({ taken }) => taken.seat));
    await teacher.send({ kind: 'next', expected: teacher.view().serial });
    await teacher.until('the step', (page) => page.view().round?.phase.kind === 'adjust');
    for (const page of [teacher, ...back]) page.close();
  });
});
