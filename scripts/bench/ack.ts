import { setTimeout as wait } from 'node:timers/promises';
import { median, quantile, rounded } from '../lib/figures.ts';
import { printLine } from './load/bench-line.ts';
import { startBenchServer, type BenchServer } from './load/bench-server.ts';
import { enterStage, openLightClass, openRound, pressNext, type LightClass } from './load/light-class.ts';

export type AckSizes = {
  readonly students: number;
  readonly bursts: number;
  /** Bursts before those that count: they are the compiler's. */
  readonly warmUp: number;
};

const USUAL: AckSizes = { students: 300, bursts: 30, warmUp: 3 };
const FROM_SOURCES = ['--import', 'tsx', 'scripts/bench/load/server-from-sources.ts'];
/** Between two bursts: nothing is under way any more, and no seat is in haste. */
const QUIET_MS = 1_000;

/**
 * How long a class waits for its ticks when everybody nudges in the same moment, each tick given once the nudge is on
 * disk; beside the same server with a journal in memory, burst by burst in turn.
 */
export async function benchAck(json: boolean, { students, bursts, warmUp }: AckSizes = USUAL): Promise<void> {
  const disk = await open(FROM_SOURCES, students);
  const memory = await open([...FROM_SOURCES, 'without-disk'], students);
  const onDisk: number[][] = [];
  const inMemory: number[][] = [];
  try {
    for (let burst = 0; burst < bursts + warmUp; burst++) {
      for (const [{ room }, times] of [[disk, onDisk] as const, [memory, inMemory] as const]) {
        const round = await openRound(room);
        const burstTimes = await nudgeAtOnce(room, round, burst % 2 === 0 ? 1 : -1);
        if (burst >= warmUp) times.push(burstTimes);
        await wait(QUIET_MS);
        await pressNext(room.teacher);
      }
    }
    const p50Ms = quantile(onDisk.flat(), 0.5);
    const memoryP50Ms = quantile(inMemory.flat(), 0.5);
    printLine(
      {
        bench: 'ack',
        students,
        bursts,
        p50Ms: rounded(p50Ms),
        p99Ms: rounded(quantile(onDisk.flat(), 0.99)),
        noDiskRatio: rounded(ratioOfBursts(onDisk, inMemory, 0.5)),
        noDiskP99Ratio: rounded(ratioOfBursts(onDisk, inMemory, 0.99)),
        noDiskP50Ms: rounded(memoryP50Ms),
        noDiskP99Ms: rounded(quantile(inMemory.flat(), 0.99)),
      },
      json,
    );
  } finally {
    for (const { room, server } of [disk, memory]) {
      room.close();
      await server.stop();
    }
  }
}

async function open(
  program: readonly string[],
  students: number,
): Promise<{ readonly server: BenchServer; readonly room: LightClass }> {
  const server = await startBenchServer(program);
  const room = await openLightClass(server, students);
  await enterStage(room.teacher, 0);
  return { server, room };
}

/** Bursts that stood beside each other are compared with each other, so that a busy moment is busy for both. */
function ratioOfBursts(
  ours: readonly (readonly number[])[],
  theirs: readonly (readonly number[])[],
  share: number,
): number {
  return median(ours.map((times, burst) => quantile(times, share) / quantile(theirs[burst] ?? [], share)));
}

/** Everybody nudges once in one moment; how long each waited for the tick. */
async function nudgeAtOnce(room: LightClass, round: number, direction: 1 | -1): Promise<number[]> {
  const start = performance.now();
  const times = room.students.map(async ({ client, owns }) => {
    const [parameter] = owns();
    if (parameter === undefined) throw new Error('a student owns nothing to nudge');
    const answer = await client.ask({ kind: 'nudge', round, parameter, direction, size: 'normal' }, round);
    if (!answer.ok) throw new Error(`a nudge was refused: ${answer.refusal.code}`);
    return performance.now() - start;
  });
  return Promise.all(times);
}
