import { parseArgs } from 'node:util';
import { startOwnServer, type OwnServer } from '../bots/own-server.ts';
import { createAttacker, sendAsStranger, type Became } from './attacker.ts';
import { openCanary, type Fared } from './canary.ts';
import { openClass, takeSeat, type Door } from './door.ts';
import { frameCorpus } from './frame-corpus.ts';

export type FramesOptions = {
  readonly count: number;
  readonly seed: string;
  readonly mayGoOn?: (sent: number) => boolean;
};

export type FramesResult = {
  readonly frames: number;
  readonly became: Readonly<Record<Became, number>>;
  readonly quiet: Fared;
  readonly beside: Fared;
  /** Nudges and connections that the canary class lost. */
  readonly harm: number;
  /** Errors in the server's log, or its end. */
  readonly complaints: readonly string[];
};

const CANARY_STUDENTS = 5;
const SEATS_PER_CLASS = 50;
/** Frames for which a seat may need another connection: more seats keep each below its pace of coming back. */
const FRAMES_PER_SEAT = 100;
const SEATS_AT_A_TIME = 40;
/** One in so many comes from somebody without a seat. */
const STRANGER_EVERY = 25;
const QUIET_MS = 3_000;
const TELL_EVERY = 5_000;

/** `npm run faults -- frames [--count 100000] [--seed 1]` (I1). Interrupted, it tells of what it has sent by then. */
export async function runFrames(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { count: { type: 'string', default: '100000' }, seed: { type: 'string', default: '1' } },
  });
  const server = await startOwnServer({ behindProxy: true });
  try {
    let isInterrupted = false;
    for (const signal of ['SIGINT', 'SIGTERM'])
      process.once(signal, () => {
        isInterrupted = true;
      });
    const result = await sendFrames(server, {
      count: Number(values.count),
      seed: values.seed,
      mayGoOn: (sent) => {
        if (sent % TELL_EVERY === 0) console.error(`${sent} frames sent`);
        return !isInterrupted;
      },
    });
    console.log(JSON.stringify(result, null, 2));
    return result.harm === 0 && result.complaints.length === 0;
  } finally {
    await server.stop();
  }
}

/** Sends mutated frames from seats of other classes while a class plays. */
export async function sendFrames(
  server: OwnServer,
  { count, seed, mayGoOn = () => true }: FramesOptions,
): Promise<FramesResult> {
  const canary = await openCanary(server, CANARY_STUDENTS);
  const untilMs = performance.now() + QUIET_MS;
  const quiet = await canary.playUntil(() => performance.now() > untilMs);
  const attackers = await takeSeats(server, Math.ceil(count / FRAMES_PER_SEAT) + SEATS_AT_A_TIME);
  const corpus = frameCorpus(seed, count);
  const became = { lives: 0, ended: 0, silent: 0 };
  let sent = 0;
  let isOver = false;

  /** Goes round its own seats, so that none of them is hasty. */
  const attack = async (own: typeof attackers): Promise<void> => {
    for (const [turn, frame] of enumerate(corpus)) {
      if (!mayGoOn(sent)) return;
      sent += 1;
      const attacker = own[turn % own.length];
      const isStranger = sent % STRANGER_EVERY === 0;
      if (isStranger || attacker === undefined)
        became[await sendAsStranger(server, addressOf(sent % 250), frame)] += 1;
      else became[await attacker.send(frame)] += 1;
    }
  };
  const attacks = Promise.all(
    Array.from({ length: SEATS_AT_A_TIME }, (_, first) =>
      attack(attackers.filter((__, index) => index % SEATS_AT_A_TIME === first)),
    ),
  ).finally(() => {
    isOver = true;
  });
  const [beside] = await Promise.all([canary.playUntil(() => isOver), attacks]);
  const harm = canary.harm();
  for (const one of [canary, ...attackers]) one.leave();
  return { frames: sent, became, quiet, beside, harm, complaints: server.complaints() };
}

async function takeSeats(door: Door, count: number) {
  const attackers = [];
  let { code } = await openClass(door);
  for (let index = 0; index < count; index += 1) {
    if (index % SEATS_PER_CLASS === SEATS_PER_CLASS - 1) ({ code } = await openClass(door));
    const from = addressOf(index % 250);
    const { token } = await takeSeat(door, code, from);
    attackers.push(createAttacker(door, { code, token, from }, index));
  }
  return attackers;
}

const addressOf = (index: number): string => `10.9.0.${index + 1}`;

function* enumerate<T>(things: Iterable<T>): Generator<readonly [number, T]> {
  let index = 0;
  for (const thing of things) yield [index++, thing];
}
