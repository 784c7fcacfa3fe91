import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OwnershipEvents } from '../../../server/journal/ownership.ts';
import { openRedisStore, type RedisStore } from '../../../server/journal/redis.ts';
import { sessionId, type SessionId } from '../../../shared/session/ids.ts';
import { refused } from '../../contracts/journal-contract.ts';
import { startRedis, type RedisProcess } from '../../helpers/redis-process.ts';

const SOON = { timeout: 10_000, interval: 50 };
const IGNORE: OwnershipEvents = { onOrphans: () => undefined, onLapsed: () => undefined };

describe('servers that share a Redis', () => {
  const ada = sessionId('ada');
  let redis: RedisProcess;
  const stores: RedisStore[] = [];
  async function join(address: string, events = IGNORE): Promise<RedisStore> {
    const store = await openRedisStore({ url: redis.url, onTrouble: () => undefined });
    await store.ownership.join(address, events);
    stores.push(store);
    return store;
  }

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(async () => {
    for (const { ownership, journal } of stores) {
      await ownership.leave();
      await journal.close();
    }
    await redis.dispose();
  });

  it('have one owner for a class, known to all, who is reached at its address', async () => {
    const [one, two] = [await join('one:1'), await join('two:2')];
    const owner = await one.ownership.claim(ada);
    expect(owner).toBe(one.ownership.node);
    expect(await two.ownership.claim(ada)).toBe(owner);
    expect(await two.ownership.ownerOf(ada)).toBe(owner);
    expect(await two.ownership.addressOf(owner)).toBe('one:1');
  });

  it('may open a class only as its owner', async () => {
    const [one, two] = stores;
    if (one === undefined || two === undefined) throw new Error('both have joined');
    await refused('fenced', two.journal.open(ada));
    expect((await one.journal.open(ada)).epoch).toBe(1);
  });

  it('take over from one that says farewell, and its writes are refused from then on', async () => {
    const [one, two] = stores;
    if (one === undefined || two === undefined) throw new Error('both have joined');
    await one.journal.append(ada, 1, 1, ['"a fact"']);
    await one.ownership.leave();
    expect(await two.ownership.claim(ada)).toBe(two.ownership.node);
    const { epoch, events } = await two.journal.open(ada);
    expect([epoch, events.length]).toEqual([2, 1]);
    await refused('fenced', one.journal.append(ada, 1, 2, ['"too late"']));
    await refused('broken', one.ownership.claim(sessionId('bea')));
  });

  it('are told of the classes of one that died without a word, once its lease is over', async () => {
    const orphans: SessionId[] = [];
    const dying = await openRedisStore({ url: redis.url, onTrouble: () => undefined });
    await dying.ownership.join('three:3', IGNORE);
    const cleo = sessionId('cleo');
    await dying.ownership.claim(cleo);
    await dying.ownership.claim(sessionId('deleted meanwhile'));
    const watching = await join('four:4', { ...IGNORE, onOrphans: (sessions) => orphans.push(...sessions) });
    expect(await watching.ownership.claim(cleo)).toBe(dying.ownership.node);
    await dying.journal.close(); // its line is gone, and with it every renewal
    await expect.poll(() => orphans, SOON).toContain(cleo);
    expect(await watching.ownership.claim(cleo)).toBe(watching.ownership.node);
    await watching.journal.delete(sessionId('deleted meanwhile'));
    await watching.ownership.release(sessionId('deleted meanwhile'));
    orphans.length = 0;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(orphans).toEqual([]);
  });

  it('let go of a class that is not played any more', async () => {
    const [, two] = stores;
    if (two === undefined) throw new Error('it has joined');
    await two.ownership.release(ada);
    expect(await two.ownership.ownerOf(ada)).toBeNull();
  });
});
