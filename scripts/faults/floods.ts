import { parseArgs } from 'node:util';
import { startOwnServer, type OwnServer } from '../bots/own-server.ts';
import { openCanary, type Fared } from './canary.ts';
import { floodOfConnections, floodOfIdleSockets, floodOfSlowSockets } from './flood-of-connections.ts';
import { floodOfCodes, floodOfJoins, floodOfKeys, floodOfLargeBodies } from './flood-of-requests.ts';
import { floodOfMessages } from './flood-of-messages.ts';

/** What a flood met with, and whether everything held that must. */
export type Flooded = {
  readonly held: boolean;
  readonly figures: Readonly<Record<string, number | string | object>>;
};

/** `scale` 1 is the size that docs/faults.md names; less is a sample. */
export type Flood = (server: OwnServer, scale: number) => Promise<Flooded>;

export type FloodResult = Flooded & {
  readonly flood: string;
  readonly quiet: Fared;
  readonly beside: Fared;
  /** Nudges and connections that the class beside it lost. */
  readonly harm: number;
  readonly complaints: readonly string[];
};

export const FLOODS: ReadonlyMap<string, Flood> = new Map([
  ['joins', floodOfJoins],
  ['codes', floodOfCodes],
  ['keys', floodOfKeys],
  ['bodies', floodOfLargeBodies],
  ['messages', floodOfMessages],
  ['connections', floodOfConnections],
  ['slow', floodOfSlowSockets],
  ['idle', floodOfIdleSockets],
]);

const CANARY_STUDENTS = 10;
const QUIET_MS = 2_000;

/** `npm run faults -- floods [NAME …] [--scale 1]`: one line of JSON each. */
export async function runFloods(args: readonly string[]): Promise<boolean> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { scale: { type: 'string', default: '1' } },
  });
  const names = positionals.length === 0 ? [...FLOODS.keys()] : positionals;
  let allHeld = true;
  for (const name of names) {
    const flood = FLOODS.get(name);
    if (flood === undefined) throw new RangeError(`there is no flood "${name}"`);
    const server = await startOwnServer({ behindProxy: true });
    try {
      const result = await beside(server, name, flood, Number(values.scale));
      console.log(JSON.stringify(result));
      allHeld &&= isWell(result);
    } finally {
      await server.stop();
    }
  }
  return allHeld;
}

export function isWell({ held, harm, complaints }: FloodResult): boolean {
  return held && harm === 0 && complaints.length === 0;
}

/** A class plays, alone and then beside the flood. */
export async function beside(
  server: OwnServer,
  name: string,
  flood: Flood,
  scale: number,
): Promise<FloodResult> {
  const canary = await openCanary(server, CANARY_STUDENTS);
  try {
    const quietUntilMs = performance.now() + QUIET_MS * Math.min(1, 10 * scale);
    const quiet = await canary.playUntil(() => performance.now() > quietUntilMs);
    let isOver = false;
    const flooding = flood(server, scale).finally(() => {
      isOver = true;
    });
    const [{ held, figures }, played] = await Promise.all([flooding, canary.playUntil(() => isOver)]);
    return {
      flood: name,
      held,
      figures,
      quiet,
      beside: played,
      harm: canary.harm(),
      complaints: server.complaints(),
    };
  } finally {
    canary.leave();
  }
}
