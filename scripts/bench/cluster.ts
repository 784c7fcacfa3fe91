import { setTimeout as wait } from 'node:timers/promises';
import { openRedisStore } from '../../server/journal/redis.ts';
import { quantile, rounded } from '../lib/figures.ts';
import { printLine } from './load/bench-line.ts';
import { startBenchServer, type BenchServer } from './load/bench-server.ts';
import { freePort } from '../lib/free-port.ts';
import { checkJournal } from './load/journal-check.ts';
import { enterStage, openRound, openSeatedClass, someAtOnce } from './load/light-class.ts';
import { startOwnRedis } from './load/own-redis.ts';
import { comeInStubbornly, type StubbornStudent } from './load/stubborn-student.ts';

export type ClusterSizes = {
  readonly nodes: readonly number[];
  readonly students: number;
  readonly bursts: number;
};

const USUAL: ClusterSizes = { nodes: [1, 2, 3], students: 300, bursts: 8 };
const MAIN = ['dist/server/main.js'];
/** Between two bursts. */
const QUIET_MS = 1_000;
/** As the supervisor waits before it starts a server again. */
const RESTART_AFTER_MS = 300;

/**
 * One class whose students are spread over servers that share a Redis. How long a tick takes when everybody nudges at
 * once; then the server that plays the class is killed while everybody nudges: how long until every student has the tick
 * for that nudge, and whether every acknowledged one is in the journal exactly once. One server alone is started again.
 */
export async function benchCluster(json: boolean, sizes: ClusterSizes = USUAL): Promise<void> {
  for (const count of sizes.nodes) {
    const redis = await startOwnRedis();
    const environment = { REDIS_URL: redis.url };
    const nodes: BenchServer[] = [];
    try {
      // By hand one after the other: the first one makes what all share.
      const port = String(await freePort());
      nodes.push(await startBenchServer(MAIN, { ...environment, PORT: port }));
      while (nodes.length < count) nodes.push(await startBenchServer(MAIN, environment));
      const again = (): Promise<BenchServer> => startBenchServer(MAIN, { ...environment, PORT: port });
      printLine(await measure(nodes, again, redis.url, sizes), json);
    } finally {
      for (const node of nodes) await node.stop();
      await redis.stop();
    }
  }
}

async function measure(
  nodes: BenchServer[],
  startAgain: () => Promise<BenchServer>,
  redisUrl: string,
  { students: count, bursts }: ClusterSizes,
) {
  const [owner] = nodes;
  if (owner === undefined) throw new Error('a cluster has a first server');
  const room = await openSeatedClass(owner, count);
  const urls = nodes.map(({ url }) => url);
  const students = await someAtOnce(count, async (number) => {
    const seat = room.seats[number - 1];
    if (seat === undefined) throw new Error(`seat ${number} was not taken`);
    const first = number % urls.length;
    return comeInStubbornly(seat, [...urls.slice(first), ...urls.slice(0, first)]);
  });
  await room.teacher.until((view) => view.class.present === count);
  await enterStage(room.teacher, 0);
  const round = await openRound(room);
  const processorBefore = owner.processorMs();
  const times: number[] = [];
  for (let burst = 0; burst < bursts; burst++) {
    await wait(QUIET_MS);
    times.push(...(await nudgeAtOnce(students, round, burst % 2 === 0 ? 1 : -1)));
  }
  const ownerMs = (owner.processorMs() - processorBefore) / bursts;
  await wait(QUIET_MS);

  const killed = performance.now();
  const ended = owner.kill();
  const ticks = nudgeAtOnce(students, round, bursts % 2 === 0 ? 1 : -1);
  await ended;
  if (nodes.length === 1) {
    await wait(RESTART_AFTER_MS);
    nodes.push(await startAgain());
  }
  const takeovers = await ticks;
  const takeoverMs = performance.now() - killed;

  for (const student of students) student.leave();
  room.close();
  const { journal } = await openRedisStore({ url: redisUrl, onTrouble: () => undefined });
  const kept = await checkJournal(journal, room.keys.session, students);
  await journal.close();
  return {
    bench: 'cluster',
    nodes: urls.length,
    students: count,
    takeoverMs: rounded(takeoverMs),
    takeoverP50Ms: rounded(quantile(takeovers, 0.5)),
    p50Ms: rounded(quantile(times, 0.5)),
    p99Ms: rounded(quantile(times, 0.99)),
    ownerCpuMsPerBurst: rounded(ownerMs),
    reconnects: students.reduce((sum, student) => sum + student.losses(), 0),
    ...kept,
  };
}

/** Everybody nudges in one moment; how long each waited for the tick, however often it had to send. */
function nudgeAtOnce(
  students: readonly StubbornStudent[],
  round: number,
  direction: 1 | -1,
): Promise<number[]> {
  const start = performance.now();
  return Promise.all(
    students.map(async (student) => {
      await student.nudge(round, direction);
      return performance.now() - start;
    }),
  );
}
