import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRedisStore, type RedisStore } from '../../../server/journal/redis.ts';
import { seatNumber, sessionId } from '../../../shared/session/ids.ts';
import { EMPTY_ROSTER, withName } from '../../../shared/session/roster.ts';
import { describeCatalogue } from '../../contracts/catalogue-contract.ts';
import { describeJournal, refused } from '../../contracts/journal-contract.ts';
import { startRedis, type RedisProcess } from '../../helpers/redis-process.ts';
import { startRedisSwitch } from '../../helpers/redis-switch.ts';

const SOON = { timeout: 15_000, interval: 100 };
const open = (redis: RedisProcess): Promise<RedisStore> =>
  openRedisStore({ url: redis.url, onTrouble: () => undefined });

describeJournal('Redis', async () => {
  const redis = await startRedis();
  const { journal } = await open(redis);
  return {
    journal,
    another: async () => (await open(redis)).journal,
    dispose: async () => {
      await journal.close();
      await redis.dispose();
    },
  };
});

describeCatalogue('Redis', async () => {
  const redis = await startRedis();
  const { journal, catalogue } = await open(redis);
  return {
    catalogue,
    journal,
    dispose: async () => {
      await journal.close();
      await redis.dispose();
    },
  };
});

describe('a store on Redis', () => {
  const ada = sessionId('ada');
  let redis: RedisProcess;
  let store: RedisStore;

  beforeAll(async () => {
    redis = await startRedis();
    store = await open(redis);
  });
  afterAll(async () => {
    await store.journal.close();
    await redis.dispose();
  });

  it('says broken while Redis is away, keeps what it acknowledged through a kill, and goes on by itself', async () => {
    const { journal } = store;
    const { epoch } = await journal.open(ada);
    await journal.append(ada, epoch, 1, ['"kept"']);
    await redis.kill();
    await refused('broken', journal.append(ada, epoch, 2, ['"asked in vain"']));
    await redis.restart();
    await expect
      .poll(() => journal.append(ada, epoch, 2, ['"again"']).then(() => 'kept', String), SOON)
      .toBe('kept');
    expect((await journal.read(ada, 1)).map(({ json }) => json)).toEqual(['"kept"', '"again"']);
  });

  it('opens another line where the one it has falls silent and nobody closes it', async () => {
    const way = await startRedisSwitch(redis.url);
    const troubles: string[] = [];
    const { journal } = await openRedisStore({
      url: way.url,
      onTrouble: (error) => troubles.push(String(error)),
      patience: { lookedEveryMs: 50, answersWithinMs: 300 },
    });
    const dora = sessionId('dora');
    const { epoch } = await journal.open(dora);
    await journal.append(dora, epoch, 1, ['"heard"']);
    way.silence();
    await refused('broken', journal.append(dora, epoch, 2, ['"said to nobody"']));
    await expect
      .poll(() => journal.append(dora, epoch, 2, ['"said again"']).then(() => 'kept', String), SOON)
      .toBe('kept');
    expect((await journal.read(dora, 1)).map(({ json }) => json)).toEqual(['"heard"', '"said again"']);
    expect(troubles.join()).toContain('another line');
    // A line that speaks is left alone.
    const before = troubles.length;
    for (let turn = 0; turn < 10; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await journal.read(dora, 1);
    }
    expect(troubles.slice(before)).toEqual([]);
    await journal.close();
    await way.close();
  });

  it('does not play on from events that do not hold together', async () => {
    const bea = sessionId('bea');
    const { epoch } = await store.journal.open(bea);
    await store.journal.append(bea, epoch, 1, ['"one"', '"two"']);
    await store.catalogue.addSession({ id: bea, lesson: 'pets', language: 'es', createdAtMs: 1 });
    const hand = await (await import('redis')).createClient({ url: redis.url }).connect();
    await hand.xDel('descenso:{c:bea}:log', '1-1');
    await hand.close();
    await refused('damaged', store.journal.open(bea));
    expect((await store.catalogue.session(bea))?.state).toBe('damaged');
    expect((await store.journal.read(bea, 1)).map(({ json }) => json)).toEqual(['"two"']);
  });

  it('takes a deleted class and its names off the disk', async () => {
    const cleo = sessionId('cleo');
    const { epoch } = await store.journal.open(cleo);
    await store.journal.append(cleo, epoch, 1, ['"a fact of Filomena"']);
    const named = withName(EMPTY_ROSTER, seatNumber(1), { name: 'Zapatero', free: true });
    await store.catalogue.saveRoster(cleo, named);
    await store.catalogue.addSession({ id: cleo, lesson: 'pets', language: 'es', createdAtMs: 1 });
    expect(redis.onDisk()).toContain('Filomena');
    await store.catalogue.deleteRecording(cleo);
    await store.journal.delete(cleo);
    await expect.poll(() => /Filomena|Zapatero/u.test(redis.onDisk()), SOON).toBe(false);
  });
});

describe('a Redis with a replica that must have what is acknowledged', () => {
  it('acknowledges nothing that the replica does not have, and goes on once it has', async () => {
    const primary = await startRedis();
    const { port } = new URL(primary.url);
    const replica = await startRedis({ replicaof: `127.0.0.1 ${port}` });
    const store = await openRedisStore({ url: primary.url, replicas: 1, onTrouble: () => undefined });
    const ada = sessionId('ada');
    const { epoch } = await store.journal.open(ada);
    await expect
      .poll(() => store.journal.append(ada, epoch, 1, ['"both"']).then(() => 'kept', String), SOON)
      .toBe('kept');
    replica.signal('SIGSTOP');
    await refused('broken', store.journal.append(ada, epoch, 2, ['"one"']));
    replica.signal('SIGCONT');
    await expect
      .poll(() => store.journal.append(ada, epoch, 2, ['"one"']).then(() => 'kept', String), SOON)
      .toBe('kept');
    expect((await store.journal.read(ada, 1)).map(({ json }) => json)).toEqual(['"both"', '"one"']);
    await store.journal.close();
    await Promise.all([primary.dispose(), replica.dispose()]);
  });
});

describe('a Redis that would lose what it acknowledged', () => {
  it.each([
    { name: 'appendfsync', value: 'everysec' },
    { name: 'appendonly', value: 'no' },
    { name: 'maxmemory-policy', value: 'allkeys-lru' },
  ])('is refused, with what to set: $name $value', async ({ name, value }) => {
    const redis = await startRedis({ [name]: value });
    await expect(open(redis)).rejects.toThrow(new RegExp(`"${name} ${value}".*set "${name} `, 'u'));
    await redis.dispose();
  });
});
