import type { Catalogue } from '../../../server/journal/catalogue.ts';
import { APPEND_EVENTS } from '../../../server/journal/redis/journal-scripts.ts';
import { KEYS } from '../../../server/journal/redis/keys.ts';
import { createRedisJournal } from '../../../server/journal/redis/redis-journal.ts';
import { createRedisOwnership } from '../../../server/journal/redis/redis-ownership.ts';
import type { Rng } from '../../../shared/math/rng.ts';
import { WRITES } from '../disk.ts';
import type { Scheduler } from '../scheduler.ts';
import { createAiling } from '../store/ailing.ts';
import { throughTime } from '../store/at-once.ts';
import { createCatalogueInMemory } from '../store/catalogue-in-memory.ts';
import type { Durable, DurableMischief, KeptLine } from '../store/durable.ts';
import { connectTo } from './client.ts';
import { createKeyspace } from './keyspace.ts';
import { appendEvents, SCRIPTS, type Script } from './scripts.ts';

/**
 * A Redis that several servers share. Journal and leases are the server's own code over simulated commands; the
 * catalogue is the one of the simulated disk, behind the same line.
 */
export function createRedis(scheduler: Scheduler, rng: Rng, mischief: DurableMischief = {}): Durable {
  const { lineOf, ...health } = createAiling(scheduler, rng, { needsRoom: (name) => WRITES.has(name) });
  const redis = createKeyspace({
    nowMs: scheduler.nowMs,
    isFull: () => health.health() === 'full',
    mischief,
  });
  const catalogue = createCatalogueInMemory((id) => {
    const epoch = redis.hGet(KEYS.head(id), 'epoch');
    return epoch === null ? null : Number(epoch);
  });
  const append = appendEvents(mischief);
  /** The same streams, laid open for whoever judges the journal. */
  const kept = new Map<string, KeptLine[]>();
  let mounted = 0;

  return {
    ...health,
    mount: (host) => {
      mounted += 1;
      const node = `node-${mounted}`;
      const doing = lineOf(host);
      const noting: Script = (keyspace, keys, values) => {
        const outcome = append(keyspace, keys, values);
        if (outcome[0] === 'appended') layOpen(keys[1] ?? '', node);
        return outcome;
      };
      const line = connectTo(redis, new Map([...SCRIPTS, [APPEND_EVENTS, noting]]), doing);
      const erasing = { erase: () => undefined, finish: async () => undefined };
      const clock = { nowMs: () => scheduler.nowMs() };
      return {
        journal: createRedisJournal(line, erasing, { node, replicas: 0 }),
        catalogue: throughTime<Catalogue>(catalogue, doing),
        ownership: createRedisOwnership(line, node, clock, host),
      };
    },
    lines: (session) => {
      const lines = kept.get(KEYS.log(session)) ?? [];
      return mischief.reread?.(lines) ?? lines;
    },
    roster: catalogue.loadRoster,
  };

  function layOpen(log: string, by: string): void {
    const lines = kept.get(log) ?? [];
    kept.set(log, lines);
    const events = redis.entries(log).filter(({ message }) => message['e'] !== undefined);
    for (const { epoch, version, message } of events.slice(lines.length)) {
      lines.push({ version, epoch, json: message['e'] ?? '', by });
    }
  }
}
