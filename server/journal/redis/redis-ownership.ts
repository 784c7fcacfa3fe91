import { sessionId } from '../../../shared/session/ids.ts';
import { systemClock, systemTimers, type ServerClock, type Timers } from '../../clock.ts';
import { JournalError } from '../journal.ts';
import type { NodeId, Ownership, OwnershipEvents } from '../ownership.ts';
import type { Connection } from './connection.ts';
import { KEYS } from './keys.ts';
import { CLAIM, ORPHANS, OWNER_OF, RELEASE } from './ownership-scripts.ts';

/** A killed server's classes are anybody's after this time at most; one that stalls for longer loses them. */
const HELD_MS = 1_200;
const RENEWED_EVERY_MS = 300;
/** How soon the death of another server is noticed once its lease is over. */
const LOOKED_EVERY_MS = 150;
/** After Redis itself was away all leases are over: everybody has this time to renew before anybody is called dead. */
const GRACE_MS = 2_500;
/** Two looks further apart than this have had Redis, or this server, away between them. */
const OUT_OF_TOUCH_MS = 1_000;

/** Leases in Redis. What a server still writes after it has lost a class, the journal refuses. */
export function createRedisOwnership(
  { ask, run }: Pick<Connection, 'ask' | 'run'>,
  node: NodeId,
  { nowMs }: Pick<ServerClock, 'nowMs'> = systemClock,
  { after }: Timers = systemTimers,
): Ownership {
  const [leases, played] = [KEYS.lease(''), KEYS.played('')];
  let hasLeft = false;
  let lastLookMs = -Infinity;
  let outOfTouchMs = -Infinity;
  let lastRenewalMs = -Infinity;

  async function renew(address: string, { onLapsed }: OwnershipEvents): Promise<void> {
    const sentMs = nowMs();
    await ask(async (client) => {
      await client
        .multi()
        .set(KEYS.lease(node), address, { expiration: { type: 'PX', value: HELD_MS } })
        .sAdd(KEYS.nodes, node)
        .exec();
    });
    const gapMs = sentMs - lastRenewalMs;
    lastRenewalMs = sentMs;
    if (gapMs !== Infinity && gapMs > HELD_MS) onLapsed();
  }

  async function look({ onOrphans }: OwnershipEvents): Promise<void> {
    const orphans = await run(ORPHANS, [KEYS.nodes], [leases, played, node]);
    const lookedMs = nowMs();
    if (lastLookMs !== -Infinity && lookedMs - lastLookMs > OUT_OF_TOUCH_MS) outOfTouchMs = lookedMs;
    lastLookMs = lookedMs;
    if (orphans.length > 0 && isTrusted()) onOrphans(orphans.map(sessionId));
  }

  function isTrusted(): boolean {
    const inTouch = lastLookMs === -Infinity || nowMs() - lastLookMs <= OUT_OF_TOUCH_MS;
    return inTouch && nowMs() - outOfTouchMs > GRACE_MS;
  }

  /** One at a time: while Redis is away the line says so, and the next one may find it back. */
  function every(ms: number, work: () => Promise<void>): void {
    after(ms, () => {
      if (hasLeft) return;
      void work()
        .catch(() => undefined)
        .finally(() => every(ms, work));
    });
  }

  return {
    node,
    join: async (address, events) => {
      await renew(address, events);
      every(RENEWED_EVERY_MS, () => renew(address, events));
      every(LOOKED_EVERY_MS, () => look(events));
    },
    claim: async (session) => {
      const head = KEYS.head(session);
      if (!isTrusted()) {
        const before = await ask((client) => client.hGet(head, 'owner'));
        if (before !== null && before !== node) return before;
      }
      const [owner = ''] = await run(CLAIM, [head], [leases, played, node, session]);
      if (owner === '') throw new JournalError('broken', "this server's lease is over");
      return owner;
    },
    ownerOf: async (session) => {
      const [owner = ''] = await run(OWNER_OF, [KEYS.head(session)], [leases]);
      return owner === '' ? null : owner;
    },
    addressOf: (other) => ask((client) => client.get(KEYS.lease(other))),
    release: async (session) => {
      await run(RELEASE, [KEYS.head(session), KEYS.nodes], [leases, played, node, session]);
    },
    leave: async () => {
      hasLeft = true;
      await ask((client) => client.del(KEYS.lease(node)));
    },
  };
}
