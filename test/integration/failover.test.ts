import { createClient } from 'redis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nudge } from '../helpers/live-class.ts';
import { nudgeId, nudgeUntilAnswered, openNodesClass, type NodesClass } from '../helpers/nodes-class.ts';
import { startRedis, type RedisProcess } from '../helpers/redis-process.ts';
import { startRedisSwitch, type RedisSwitch } from '../helpers/redis-switch.ts';

/** Longer than a lease: nobody's counts as renewed in between. */
const AWAY_MS = 2_000;

describe('a Redis whose replica takes over without the last events (S6)', () => {
  let pair: NodesClass;
  let replica: RedisProcess;
  let lines: RedisSwitch;

  beforeAll(async () => {
    const primary = await startRedis();
    lines = await startRedisSwitch(primary.url);
    replica = await startRedis({ replicaof: `127.0.0.1 ${new URL(primary.url).port}` });
    pair = await openNodesClass({ students: 4, redis: primary, redisUrl: lines.url });
  });
  afterAll(async () => {
    await pair.dispose();
    await Promise.all([replica.dispose(), lines.close()]);
  });

  it('makes the rooms open their classes anew; what was acknowledged and lost counts once it is offered again', async () => {
    const { pets, redis } = pair;
    const hand = await createClient({ url: replica.url }).connect();
    await expect
      .poll(async () => hand.info('replication'), { timeout: 10_000 })
      .toContain('master_link_status:up');
    expect((await nudge(pets.students[0] ?? missing(), 1, 10)).ok).toBe(true);
    await expect.poll(() => hand.exists('descenso:nodes'), { timeout: 10_000 }).toBe(1);
    // From here on the replica hears nothing more, and the primary acknowledges.
    await hand.sendCommand(['REPLICAOF', 'NO', 'ONE']);
    const { epoch } = pets.teacher.at();
    const lost = await Promise.all(pets.students.map((pupil) => nudge(pupil, -1, 20)));
    expect(lost.every(({ ok }) => ok)).toBe(true);

    await redis.kill();
    await new Promise((resolve) => setTimeout(resolve, AWAY_MS));
    lines.to(replica.url);
    for (const pupil of pets.students) {
      await pupil.until('the class, opened anew', ({ at }) => at().epoch > epoch, 20_000);
      expect(pupil.gone()).toBeNull();
    }
    const offered = await Promise.all(pets.students.map((pupil) => nudgeUntilAnswered(pupil, -1, 20)));
    expect(offered.every(({ ok }) => ok)).toBe(true);
    const recorded = await pair.recorded();
    expect(pets.students.map((pupil) => recorded.get(nudgeId(pupil, 20)))).toEqual(
      pets.students.map(() => 1),
    );
    await pets.reach('adjust');
    await hand.close();
  });
});

function missing(): never {
  throw new Error('the class has no students');
}
