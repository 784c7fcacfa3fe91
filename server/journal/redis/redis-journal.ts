import type { JournalLine } from '../../../shared/recording/chain.ts';
import { sessionId, type SessionId } from '../../../shared/session/ids.ts';
import { CHAIN } from '../chain.ts';
import { JournalError, type Journal } from '../journal.ts';
import type { NodeId } from '../ownership.ts';
import type { Connection, RedisClient } from './connection.ts';
import type { Erasing } from './erasing.ts';
import { APPEND_EVENTS, OPEN_SESSION } from './journal-scripts.ts';
import { KEYS } from './keys.ts';

/** A class that this process has opened: where its chain stands, null while that is not known, and the append that runs. */
type Opened = { readonly epoch: number; digest: Uint8Array | null; turn: Promise<unknown> };

/** Entries asked for at once, so that a class of a million events is no single answer. */
const ENTRIES_AT_ONCE = 2_000;

/** How long a replica may take before the append counts as not done. */
const REPLICATED_WITHIN_MS = 1_000;

export type RedisJournalOptions = {
  /** The server that opens classes through this journal. */
  readonly node: NodeId;
  /** How many replicas must have an event before it counts as kept. */
  readonly replicas: number;
};

/** The journal on Redis Streams. An event's id is `<epoch>-<version>`; the digest of the last is kept beside the stream. */
export function createRedisJournal(
  { ask, run, close }: Pick<Connection, 'ask' | 'run' | 'close'>,
  erasing: Erasing,
  { node, replicas }: RedisJournalOptions,
): Journal {
  const opened = new Map<SessionId, Opened>();

  /** Asked again, an append that is kept here and not there is known for a repeat, and waited for once more. */
  const replicated = async (): Promise<void> => {
    if (replicas === 0) return;
    const have = await ask((client) => client.wait(replicas, REPLICATED_WITHIN_MS));
    if (have < replicas)
      throw new JournalError('broken', `${have} of ${replicas} replicas have the last events`);
  };

  /** Where the chain stands in Redis, for what is to follow it. */
  const keptDigest = async (session: SessionId, firstVersion: number): Promise<Uint8Array> => {
    const [version, digest] = await ask((client) => client.hmGet(KEYS.head(session), ['version', 'digest']));
    if (Number(version) < firstVersion - 1) throw outOfStep(session, firstVersion);
    return Buffer.from(digest ?? '', 'hex');
  };

  const append = async (
    session: SessionId,
    { epoch, digest }: Pick<Opened, 'epoch' | 'digest'>,
    firstVersion: number,
    events: readonly string[],
  ): Promise<Uint8Array> => {
    const after = events.reduce(
      (last, json, index) => CHAIN.next(last, { version: firstVersion + index, epoch, json }),
      digest ?? (await keptDigest(session, firstVersion)),
    );
    const values = [epoch, firstVersion, hex(after), ...events];
    const [outcome = ''] = await run(APPEND_EVENTS, [KEYS.head(session), KEYS.log(session)], values);
    if (outcome === 'fenced') throw fenced(session, epoch);
    if (outcome === 'out-of-step') throw outOfStep(session, firstVersion);
    await replicated();
    if (outcome === 'appended') return after;
    // The answer to the first try was lost: the chain stands where that try has left it.
    const kept = await ask((client) => client.hGet(KEYS.head(session), 'digest'));
    return Buffer.from(kept ?? '', 'hex');
  };

  return {
    open: async (session) => {
      await ask((client) => client.sAdd(KEYS.journalled, session));
      const keys = [KEYS.head(session), KEYS.log(session), KEYS.openings(session)];
      const [epochText, version, digest] = await run(OPEN_SESSION, keys, [hex(CHAIN.start(session)), node]);
      if (epochText === undefined) throw new JournalError('fenced', `another server owns session ${session}`);
      const epoch = Number(epochText);
      const events = await ask((client) => readFrom(client, session, 1, Infinity));
      // Facts beyond those it had when it was opened are another server's, which has opened it since.
      if (events.length > Number(version)) throw fenced(session, epoch);
      const chain = chainOf(session, events);
      if (hex(chain) !== digest) {
        await ask((client) => client.hSet(KEYS.head(session), 'damaged', '1'));
        throw new JournalError('damaged', `the events of session ${session} do not hold together`);
      }
      opened.set(session, { epoch, digest: chain, turn: Promise.resolve() });
      return { epoch, events };
    },

    append: async (session, epoch, firstVersion, events) => {
      const mine = opened.get(session);
      if (mine === undefined || mine.epoch !== epoch) throw fenced(session, epoch);
      // One after another: each digest is over the one before.
      const before = mine.turn;
      const turn = (async () => {
        await before;
        const { digest } = mine;
        // Until it is answered nobody knows whether it got in: what follows a lost answer must not go by the digest before.
        mine.digest = null;
        mine.digest = await append(session, { epoch, digest }, firstVersion, events);
      })();
      mine.turn = turn.catch(() => undefined);
      await turn;
    },

    read: (session, fromVersion, most = Infinity) =>
      ask((client) => readFrom(client, session, fromVersion, most)),

    delete: async (session) => {
      opened.delete(session);
      await ask(async (client) => {
        await client.unlink([KEYS.head(session), KEYS.log(session), KEYS.openings(session)]);
        await client.sRem(KEYS.journalled, session);
      });
      erasing.erase();
    },

    sessions: () =>
      ask(async (client) => {
        const ids = await client.sMembers(KEYS.journalled);
        const heads = await Promise.all(ids.map((id) => client.hmGet(KEYS.head(id), ['epoch', 'version'])));
        return ids.flatMap((id, index) => {
          const [epoch, version] = heads[index] ?? [];
          if (epoch === null || epoch === undefined) return [];
          return [{ session: sessionId(id), epoch: Number(epoch), version: Number(version) }];
        });
      }),

    close: async () => {
      await Promise.allSettled([...opened.values()].map(({ turn }) => turn));
      await erasing.finish();
      await close();
    },
  };
}

function fenced(session: SessionId, epoch: number): JournalError {
  return new JournalError('fenced', `epoch ${epoch} of session ${session} is not the running one`);
}

function outOfStep(session: SessionId, version: number): JournalError {
  return new JournalError('out-of-step', `version ${version} of session ${session} does not come next`);
}

function chainOf(session: SessionId, events: readonly JournalLine[]): Uint8Array {
  return events.reduce((digest, line) => CHAIN.next(digest, line), CHAIN.start(session));
}

/** The events from a version on. An entry's id begins with the epoch it was written in, so that is looked up first. */
async function readFrom(
  client: RedisClient,
  session: SessionId,
  fromVersion: number,
  most: number,
): Promise<readonly JournalLine[]> {
  const openings = Object.entries(await client.hGetAll(KEYS.openings(session)));
  const epochs = openings.flatMap(([epoch, before]) => (Number(before) < fromVersion ? [Number(epoch)] : []));
  const lines: JournalLine[] = [];
  let from = `${Math.max(1, ...epochs)}-${Math.max(1, fromVersion)}`;
  while (lines.length < most) {
    const entries = (await client.xRange(KEYS.log(session), from, '+', { COUNT: ENTRIES_AT_ONCE })) ?? [];
    lines.push(...entries.flatMap(lineOf));
    const last = entries[entries.length - 1];
    if (last === undefined || entries.length < ENTRIES_AT_ONCE) break;
    from = `(${last.id}`;
  }
  return lines.slice(0, most);
}

/** None for the mark of an opening, which is no event. */
function lineOf({
  id,
  message,
}: {
  readonly id: string;
  readonly message: Readonly<Record<string, string>>;
}): readonly JournalLine[] {
  const [epoch = '', version = ''] = id.split('-');
  const json = message['e'];
  return json === undefined ? [] : [{ version: Number(version), epoch: Number(epoch), json }];
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
