import { APPEND_EVENTS, OPEN_SESSION } from '../../../server/journal/redis/journal-scripts.ts';
import { CLAIM, ORPHANS, OWNER_OF, RELEASE } from '../../../server/journal/redis/ownership-scripts.ts';
import type { DurableMischief } from '../store/durable.ts';
import type { Keyspace } from './keyspace.ts';

/** What a script does, line by line, without Lua. */
export type Script = (
  redis: Keyspace,
  keys: readonly string[],
  values: readonly string[],
) => readonly string[];

/** The scripts of `server/journal/redis`, by their text. That each is its twin is what the contract suite is run for. */
export const SCRIPTS: ReadonlyMap<string, Script> = new Map<string, Script>([
  [OPEN_SESSION, openSession],
  [APPEND_EVENTS, appendEvents({})],
  [OWNER_OF, (redis, [head = ''], [leases = '']) => [livingOwner(redis, head, leases)]],
  [CLAIM, claim],
  [RELEASE, release],
  [ORPHANS, orphans],
]);

function openSession(
  redis: Keyspace,
  [head = '', log = '', openings = '']: readonly string[],
  [start = '', node = '']: readonly string[],
): readonly string[] {
  const owner = redis.hGet(head, 'owner');
  if (owner !== null && owner !== node) return [];
  const topEpoch = redis.entries(log).at(-1)?.epoch ?? 0;
  const epoch = Math.max(Number(redis.hGet(head, 'epoch') ?? '0'), topEpoch) + 1;
  if (redis.hGet(head, 'version') === null) redis.hSet(head, 'version', '0');
  if (redis.hGet(head, 'digest') === null) redis.hSet(head, 'digest', start);
  const [version, digest] = [redis.hGet(head, 'version') ?? '', redis.hGet(head, 'digest') ?? ''];
  redis.hSet(head, 'epoch', String(epoch));
  redis.hSet(openings, String(epoch), version);
  redis.xAdd(log, { epoch, version: 0, message: { opened: '1' } });
  return [String(epoch), version, digest];
}

export function appendEvents({ unfenced = false, rewrite = (texts) => texts }: DurableMischief): Script {
  return (redis, [head = '', log = ''], [epoch = '', firstText = '', digest = '', ...texts]) => {
    const events = rewrite(texts);
    if (!unfenced && redis.hGet(head, 'epoch') !== epoch) return ['fenced'];
    const version = Number(redis.hGet(head, 'version'));
    const first = unfenced ? version + 1 : Number(firstText);
    const last = first + events.length - 1;
    if (first !== version + 1) {
      const isThere = events.length > 0 && last === version;
      const kept = redis
        .entries(log)
        .filter((entry) => entry.epoch === Number(epoch) && entry.version >= first && entry.version <= last);
      const isSame =
        kept.length === events.length && kept.every(({ message }, place) => message['e'] === events[place]);
      return [isThere && isSame ? 'repeated' : 'out-of-step'];
    }
    for (const [place, e] of events.entries()) {
      redis.xAdd(log, { epoch: Number(epoch), version: first + place, message: { e } });
    }
    redis.hSet(head, 'version', String(last));
    redis.hSet(head, 'digest', digest);
    return ['appended'];
  };
}

function livingOwner(redis: Keyspace, head: string, leases: string): string {
  const owner = redis.hGet(head, 'owner');
  return owner !== null && redis.exists(leases + owner) ? owner : '';
}

function claim(
  redis: Keyspace,
  [head = '']: readonly string[],
  [leases = '', played = '', node = '', session = '']: readonly string[],
): readonly string[] {
  const living = livingOwner(redis, head, leases);
  if (living !== '') return [living];
  if (!redis.exists(leases + node)) return [''];
  const before = redis.hGet(head, 'owner');
  if (before !== null) redis.sRem(played + before, session);
  redis.hSet(head, 'owner', node);
  redis.sAdd(played + node, session);
  return [node];
}

function release(
  redis: Keyspace,
  [head = '', nodes = '']: readonly string[],
  [leases = '', played = '', node = '', session = '']: readonly string[],
): readonly string[] {
  const mayLetGo = (owner: string): boolean => owner === node || !redis.exists(leases + owner);
  for (const other of redis.sMembers(nodes)) if (mayLetGo(other)) redis.sRem(played + other, session);
  const owner = redis.hGet(head, 'owner');
  if (owner !== null && mayLetGo(owner)) redis.hDel(head, 'owner');
  return ['1'];
}

function orphans(
  redis: Keyspace,
  [nodes = '']: readonly string[],
  [leases = '', played = '', node = '']: readonly string[],
): readonly string[] {
  const dead = redis.sMembers(nodes).filter((other) => other !== node && !redis.exists(leases + other));
  return dead.flatMap((other) => {
    const classes = redis.sMembers(played + other);
    if (classes.length === 0) redis.sRem(nodes, other);
    return classes;
  });
}
