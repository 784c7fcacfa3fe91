import { openRedisStore } from '../../server/journal/redis.ts';
import { readEvent } from '../../server/room/stored-event.ts';
import { sessionId } from '../../shared/session/ids.ts';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import { nudge, openLiveClass, type LiveClass, type Pupil } from './live-class.ts';
import { startRedis, type RedisProcess } from './redis-process.ts';
import { startServerProcess, temporaryDataDir, type ServerProcess } from './server-process.ts';

/** A class on two servers that share a Redis of its own. The first one has opened it. */
export type NodesClass = {
  readonly redis: RedisProcess;
  readonly nodes: readonly [ServerProcess, ServerProcess];
  readonly pets: LiveClass;
  /** The students whose connection a server holds. */
  readonly at: (node: 0 | 1) => readonly Pupil[];
  /** Another server on the same Redis. */
  readonly startNode: (port?: number) => Promise<ServerProcess>;
  /** How often each acknowledged nudge is in the journal, by `seat/instance/seq`. */
  readonly recorded: () => Promise<ReadonlyMap<string, number>>;
  readonly dispose: () => Promise<void>;
};

export type NodesClassOptions = {
  readonly students: number;
  /** One that runs already, and where the servers find it if not at its own address. */
  readonly redis?: RedisProcess;
  readonly redisUrl?: string;
};

export async function openNodesClass(options: NodesClassOptions): Promise<NodesClass> {
  const data = temporaryDataDir();
  const redis = options.redis ?? (await startRedis());
  const env = { REDIS_URL: options.redisUrl ?? redis.url };
  const startNode = (port = 0): Promise<ServerProcess> =>
    startServerProcess({ dataDir: data.path, port, env });
  const nodes = await Promise.all([startNode(), startNode()]);
  const pets = await openLiveClass(
    nodes[0].url,
    options.students,
    { closeRule: 'teacher', roundSeconds: 600 },
    'pets',
    nodes.map(({ url }) => url),
  );
  await pets.enterStage(2);
  await pets.reach('nudge');
  return {
    redis,
    nodes,
    pets,
    startNode,
    at: (node) => pets.students.filter((_, index) => index % 2 === node),
    recorded: () => recordedNudges(env.REDIS_URL, pets.keys.session),
    dispose: async () => {
      pets.close();
      await Promise.all(nodes.map((node) => node.kill()));
      await redis.dispose();
      data.remove();
    },
  };
}

/** Sends a nudge until it is answered for good, as our pages do: the same number while the server says "saving". */
export async function nudgeUntilAnswered(
  pupil: Pupil,
  direction: -1 | 0 | 1,
  seq: number,
): Promise<Acknowledgement> {
  for (;;) {
    const answer = await nudge(pupil, direction, seq);
    if (answer.ok || answer.refusal.code !== 'saving') return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** By which a nudge is known in the journal. */
export function nudgeId(pupil: Pupil, seq: number): string {
  return `${pupil.taken.seat}/${pupil.instance}/${seq}`;
}

async function recordedNudges(url: string, session: string): Promise<ReadonlyMap<string, number>> {
  const { journal } = await openRedisStore({ url, onTrouble: () => undefined });
  const counts = new Map<string, number>();
  for (const { json } of await journal.read(sessionId(session), 1)) {
    const event = readEvent(json);
    if (event.type !== 'nudged' || event.intent === null) continue;
    const id = `${event.seat}/${event.intent.instance}/${event.intent.seq}`;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  await journal.close();
  return counts;
}
