import { describe, expect, it } from 'vitest';
import { createRedisJournal } from '../../../server/journal/redis/redis-journal.ts';
import { createRedisOwnership } from '../../../server/journal/redis/redis-ownership.ts';
import { JournalError, type Journal } from '../../../server/journal/journal.ts';
import { KEYS } from '../../../server/journal/redis/keys.ts';
import type { Connection } from '../../../server/journal/redis/connection.ts';
import { sessionId } from '../../../shared/session/ids.ts';
import { describeJournal, refused } from '../../contracts/journal-contract.ts';
import type { Doing } from '../store/at-once.ts';
import { connectTo } from './client.ts';
import { createKeyspace, type Keyspace } from './keyspace.ts';
import { SCRIPTS } from './scripts.ts';

/** What the simulator finds of leases and streams is true of a real Redis: its scripts' twins keep the same contracts. */

const ERASING = { erase: () => undefined, finish: async () => undefined };
const AT_ONCE: Doing = async (_, work) => work();
const IGNORE = { onOrphans: () => undefined, onLapsed: () => undefined };
const ADA = sessionId('ada');

function emptyRedis(nowMs: () => number = () => 0): Keyspace {
  return createKeyspace({ nowMs, isFull: () => false });
}

function journalOn(redis: Keyspace, node: string, doing: Doing = AT_ONCE): Journal {
  let isClosed = false;
  const line = connectTo(redis, SCRIPTS, doing);
  const closing: typeof line = {
    ask: (work) => (isClosed ? Promise.reject(new JournalError('closed', 'as asked')) : line.ask(work)),
    run: (...given) => closing.ask(() => line.run(...given)),
    close: async () => {
      isClosed = true;
    },
  };
  return createRedisJournal(closing satisfies Pick<Connection, 'ask'>, ERASING, { node, replicas: 0 });
}

describeJournal('simulated Redis', async () => {
  const redis = emptyRedis();
  return {
    journal: journalOn(redis, 'node-1'),
    another: async () => journalOn(redis, 'node-2'),
    dispose: async () => undefined,
  };
});

describe('a journal on a Redis that fails in the wrong moment', () => {
  it('goes on from an append that was kept and whose answer was lost, and opens again whole', async () => {
    const redis = emptyRedis();
    let loses = false;
    const journal = journalOn(redis, 'node-1', async (name, work) => {
      const result = work();
      if (loses && name === 'eval') throw new Error('Socket closed unexpectedly');
      return result;
    });
    const { epoch } = await journal.open(ADA);
    loses = true;
    await refused('broken', journal.append(ADA, epoch, 1, ['"kept"']));
    loses = false;
    expect((await journal.read(ADA, 1)).length).toBe(1);
    await journal.append(ADA, epoch, 2, ['"next"']);
    expect((await journalOn(redis, 'node-1').open(ADA)).events.length).toBe(2);
  });

  it('is not called damaged where another server opened the class while this one was reading it', async () => {
    const redis = emptyRedis();
    const other = journalOn(redis, 'node-2');
    const slow = journalOn(redis, 'node-1', async (name, work) => {
      if (name === 'hGetAll') {
        const { epoch, events } = await other.open(ADA);
        await other.append(ADA, epoch, events.length + 1, ['"a fact of the other"']);
      }
      return work();
    });
    await refused('fenced', slow.open(ADA));
    expect(redis.hGet(KEYS.head(ADA), 'damaged')).toBeNull();
    expect((await other.open(ADA)).events.length).toBe(1);
  });
});

describe('leases on a simulated Redis', () => {
  it('leave a class with its owner until that one has been silent for too long', async () => {
    let nowMs = 0;
    const redis = emptyRedis(() => nowMs);
    const join = async (node: string) => {
      const line = connectTo(redis, SCRIPTS, AT_ONCE);
      const ownership = createRedisOwnership(
        line,
        node,
        { nowMs: () => nowMs },
        { after: () => () => undefined },
      );
      await ownership.join(`${node}:1`, IGNORE);
      return ownership;
    };
    const [one, two] = [await join('one'), await join('two')];
    expect(await one.claim(ADA)).toBe('one');
    expect([await two.claim(ADA), await two.ownerOf(ADA), await two.addressOf('one')]).toEqual([
      'one',
      'one',
      'one:1',
    ]);
    nowMs = 5_000;
    expect(await one.ownerOf(ADA)).toBeNull();
    await refused('broken', two.claim(ADA));
    const three = await join('three');
    expect(await three.claim(ADA)).toBe('three');
  });
});
