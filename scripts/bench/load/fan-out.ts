import { setTimeout as wait } from 'node:timers/promises';
import { median, quantile, rounded } from '../../lib/figures.ts';
import type { BenchServer } from './bench-server.ts';
import type { LightClass } from './light-class.ts';
import type { RawPeer } from './raw-peer.ts';

/** One message to everybody: what it took the server, and when it was there, from the word on. */
export type FanOut = { readonly processorMs: number; readonly p50Ms: number; readonly p99Ms: number };

/** The class is quiet again: what is shown merged has been, and the disk has nothing to do. */
export const QUIET_MS = 700;
/** After the last arrival, for what a server does behind it. */
const BEHIND_MS = 40;

export type Contest = { readonly ours: readonly FanOut[]; readonly theirs: readonly FanOut[] };

/** The teacher presses the button, again and again, each time beside the raw peer with a frame of the same bytes. */
export async function contest(
  server: BenchServer,
  room: LightClass,
  raw: RawPeer,
  steps: number,
  prepare: () => Promise<void>,
): Promise<Contest> {
  const ours: FanOut[] = [];
  const theirs: FanOut[] = [];
  for (let step = 0; step < steps; step++) {
    await prepare();
    await wait(QUIET_MS);
    const { fanOut, frame } = await press(server, room);
    ours.push(fanOut);
    await wait(QUIET_MS);
    theirs.push(await raw.fanOut(frame));
  }
  return { ours, theirs };
}

/** Medians, and medians of the ratios of those that stood beside each other. */
export function outcomeOf({ ours, theirs }: Contest) {
  const of = (fanOuts: readonly FanOut[], what: keyof FanOut): number =>
    rounded(median(fanOuts.map((fanOut) => fanOut[what])));
  const ratio = (what: keyof FanOut): number =>
    rounded(median(ours.map((fanOut, step) => fanOut[what] / (theirs[step]?.[what] ?? Number.NaN))));
  return {
    cpuRatio: ratio('processorMs'),
    p99Ratio: ratio('p99Ms'),
    cpuMs: of(ours, 'processorMs'),
    rawCpuMs: of(theirs, 'processorMs'),
    p50Ms: of(ours, 'p50Ms'),
    p99Ms: of(ours, 'p99Ms'),
    rawP99Ms: of(theirs, 'p99Ms'),
  };
}

/** Runs something that sends one message to `count` sockets, told of each arrival, and weighs it. */
export async function weigh(
  processorMs: () => number,
  count: number,
  send: (arrived: () => void) => void,
): Promise<FanOut> {
  const arrivals: number[] = [];
  const before = processorMs();
  const start = performance.now();
  await new Promise<void>((all) => {
    send(() => {
      arrivals.push(performance.now() - start);
      if (arrivals.length === count) all();
    });
  });
  await wait(BEHIND_MS);
  return {
    processorMs: processorMs() - before,
    p50Ms: quantile(arrivals, 0.5),
    p99Ms: quantile(arrivals, 0.99),
  };
}

/** The first frame that reaches a student after the teacher's press is the step. */
async function press(
  server: BenchServer,
  room: LightClass,
): Promise<{ readonly fanOut: FanOut; readonly frame: string }> {
  const waiting = new Set(room.students.map(({ number }) => number));
  const { serial } = room.teacher.view();
  let frame = '';
  const fanOut = await weigh(server.processorMs, room.students.length, (arrived) => {
    room.onHear((student, name, text) => {
      if (name !== 'student-frame' || !waiting.delete(student)) return;
      arrived();
      if (frame === '') frame = text();
    });
    void room.teacher.must({ kind: 'next', expected: serial });
  });
  room.onHear(() => undefined);
  await room.teacher.until((view) => view.serial > serial || (view.machine?.steps ?? 0) > 0);
  return { frame, fanOut };
}
