import { createClient } from 'redis';
import { JournalError } from '../journal.ts';
import { asJournalError } from './failure.ts';
import { keepLineAlive, PATIENCE, type Patience } from './living-line.ts';

export type RedisClient = ReturnType<typeof connectTo>;

export type Connection = {
  readonly client: RedisClient;
  /** Does something with Redis; whatever goes wrong is a JournalError, and after the close nothing is done. */
  readonly ask: <Answer>(work: (client: RedisClient) => Promise<Answer>) => Promise<Answer>;
  /** Runs a script, and says what it returned as texts. */
  readonly run: (
    script: string,
    keys: readonly string[],
    values: readonly (string | number)[],
  ) => Promise<readonly string[]>;
  /** Waits for what was asked before. */
  readonly close: () => Promise<void>;
};

const CONNECTED_WITHIN_MS = 5_000;
const RECONNECT_AT_MOST_MS = 1_000;

function connectTo(url: string) {
  return createClient({
    url,
    // While Redis is away every command fails at once: the class says "saving…" and asks again.
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECTED_WITHIN_MS,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, RECONNECT_AT_MOST_MS),
    },
  });
}

/** A line to Redis that comes back by itself. Rejects where there is no Redis at the address. */
export async function connect(
  url: string,
  onTrouble: (error: unknown) => void,
  patience: Patience = PATIENCE,
): Promise<Connection> {
  const client = connectTo(url);
  client.on('error', onTrouble);
  await client.connect();
  const leaveAlone = keepLineAlive(client, onTrouble, patience);
  const running = new Set<Promise<unknown>>();
  let isClosed = false;

  const ask: Connection['ask'] = async (work) => {
    if (isClosed) throw new JournalError('closed', 'the store is closed');
    const answer = work(client);
    running.add(answer);
    try {
      return await answer;
    } catch (error) {
      throw asJournalError(error);
    } finally {
      running.delete(answer);
    }
  };

  return {
    client,
    ask,
    run: (script, keys, values) =>
      ask(async () => {
        const answer = await client.eval(script, { keys: [...keys], arguments: values.map(String) });
        return (Array.isArray(answer) ? answer : [answer]).map(String);
      }),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      leaveAlone();
      await Promise.allSettled(running);
      // A line that is down has nothing left to hear.
      if (client.isReady) await client.close();
      else if (client.isOpen) client.destroy();
    },
  };
}
