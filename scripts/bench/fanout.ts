import { setTimeout as wait } from 'node:timers/promises';
import { median, rounded } from '../lib/figures.ts';
import { printLine } from './load/bench-line.ts';
import { startBenchServer, type BenchServer } from './load/bench-server.ts';
import { contest, outcomeOf, type Contest } from './load/fan-out.ts';
import { enterStage, openLightClass, openRound, pressNext, type LightClass } from './load/light-class.ts';
import { openRawPeer, type RawPeer } from './load/raw-peer.ts';

export type FanoutSizes = { readonly students: readonly number[]; readonly steps: number };

const USUAL: FanoutSizes = { students: [30, 300, 1_000], steps: 20 };
/** The stage of the lesson in which the machine takes steps, one at a press. */
const MACHINE_STAGE = 5;

/**
 * A step of the network to a whole class, beside raw `ws` sending one prepared frame of the same bytes to as many
 * sockets, step by step in turn. Both are timed from the word to the arrival, by the generator's clock: ours decides, and
 * puts the step on disk, before it sends anything.
 *
 * The machine's step is one packet that says all. After a step by hand every student besides gets a packet of its own,
 * with what became of its nudge: those are the fields `byHand…`.
 */
export async function benchFanout(json: boolean, sizes: FanoutSizes = USUAL): Promise<void> {
  for (const count of sizes.students) {
    const server = await startBenchServer();
    const raw = await openRawPeer(count);
    const emptyBytes = server.residentBytes();
    const room = await openLightClass(server, count);
    try {
      printLine(await measure(server, raw, room, { steps: sizes.steps, emptyBytes }), json);
    } finally {
      room.close();
      await raw.stop();
      await server.stop();
    }
  }
}

async function measure(
  server: BenchServer,
  raw: RawPeer,
  room: LightClass,
  { steps, emptyBytes }: { readonly steps: number; readonly emptyBytes: number },
) {
  const { contested, roundBytes } = await byHand(server, raw, room, steps);
  const hand = outcomeOf(contested);
  const machine = outcomeOf(await byMachine(server, raw, room, steps));
  return {
    bench: 'fanout',
    students: room.students.length,
    steps,
    ...machine,
    byHandCpuRatio: hand.cpuRatio,
    byHandP99Ratio: hand.p99Ratio,
    byHandCpuMs: hand.cpuMs,
    byHandP99Ms: hand.p99Ms,
    loopDelayP99Ms: rounded((await server.metric('descenso_event_loop_delay_p99_seconds')) * 1_000),
    bytesPerStudentAndRound: Math.round(roundBytes),
    kilobytesPerStudent: rounded((server.residentBytes() - emptyBytes) / 1_024 / room.students.length),
  };
}

/** Rounds in which everybody nudges; the step is the teacher's press that closes them. */
async function byHand(
  server: BenchServer,
  raw: RawPeer,
  room: LightClass,
  steps: number,
): Promise<{ readonly contested: Contest; readonly roundBytes: number }> {
  await enterStage(room.teacher, 0);
  const marks: number[] = [];
  const contested = await contest(server, room, raw, steps, async () => {
    marks.push(received(room));
    await openRound(room);
    await nudgeAll(room);
  });
  marks.push(received(room));
  const rounds = marks.slice(1).map((mark, round) => mark - (marks[round] ?? 0));
  return { contested, roundBytes: median(rounds) / room.students.length };
}

/** Steps of the machine, one at each press. */
async function byMachine(
  server: BenchServer,
  raw: RawPeer,
  room: LightClass,
  steps: number,
): Promise<Contest> {
  const { teacher } = room;
  await enterStage(teacher, MACHINE_STAGE);
  await teacher.must({ kind: 'change-settings', patch: { machineSpeed: 0 } });
  while (teacher.view().round?.phase.kind !== 'run') await pressNext(teacher);
  const planned = teacher.view().stage?.roundsPlanned ?? 0;
  return contest(server, room, raw, Math.min(steps, planned), () => Promise.resolve());
}

/** Every student proposes something, a few in each moment, which is no burst. */
async function nudgeAll(room: LightClass): Promise<void> {
  const round = room.teacher.view().round?.id ?? 0;
  for (const { client, owns, number } of room.students) {
    const [parameter] = owns();
    if (parameter === undefined) continue;
    void client.ask({ kind: 'nudge', round, parameter, direction: 1, size: 'normal' }, round);
    if (number % 50 === 0) await wait(50);
  }
}

function received(room: LightClass): number {
  return room.students.reduce((sum, { client }) => sum + client.receivedBytes(), 0);
}
