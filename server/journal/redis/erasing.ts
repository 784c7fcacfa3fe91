import type { Connection } from './connection.ts';

/** Wipes what was deleted from Redis's append-only file too. */
export type Erasing = {
  /** Something was deleted: the file has to be written anew, soon, once for all that is deleted until then. */
  readonly erase: () => void;
  /** Waits for a rewriting that was asked for to be begun. */
  readonly finish: () => Promise<void>;
};

/** Deleting a shelf of recordings is one rewriting, not fifty. */
const GATHER_MS = 1_000;
const AGAIN_MS = 1_000;

/**
 * Deleted keys are gone at once for whoever asks Redis, but their commands stand in its append-only file until that is
 * rewritten. A rewriting that runs already began before the deletion: another has to follow it.
 */
export function createErasing(
  { ask }: Pick<Connection, 'ask'>,
  onTrouble: (error: unknown) => void,
): Erasing {
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> = Promise.resolve();

  const rewrite = async (): Promise<void> => {
    timer = null;
    try {
      const isRunning = /aof_rewrite_in_progress:1|aof_rewrite_scheduled:1/u.test(
        await ask((client) => client.info('persistence')),
      );
      if (isRunning) schedule(AGAIN_MS);
      else await ask((client) => client.bgRewriteAof());
    } catch (error) {
      onTrouble(error);
      schedule(AGAIN_MS);
    }
  };
  const schedule = (afterMs: number): void => {
    timer ??= setTimeout(() => {
      running = rewrite();
    }, afterMs);
  };

  return {
    erase: () => schedule(GATHER_MS),
    finish: async () => {
      const isDue = timer !== null;
      if (timer !== null) clearTimeout(timer);
      timer = null;
      await running;
      if (isDue) await ask((client) => client.bgRewriteAof()).catch(onTrouble);
      if (timer !== null) clearTimeout(timer);
    },
  };
}
