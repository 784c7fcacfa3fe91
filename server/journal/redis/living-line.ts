import { setTimeout as wait } from 'node:timers/promises';

/** What of a client it takes to hear whether its line still speaks. */
type Speaker = {
  readonly isOpen: boolean;
  /** False while it comes back by itself from a line that broke. */
  readonly isReady: boolean;
  readonly ping: () => Promise<unknown>;
  readonly connect: () => Promise<unknown>;
  readonly destroy: () => void;
};

export type Patience = { readonly lookedEveryMs: number; readonly answersWithinMs: number };

export const PATIENCE: Patience = { lookedEveryMs: 2_000, answersWithinMs: 5_000 };
const DIALLED_AGAIN_MS = 500;
/** After a process has stood still its timers come first, and what has arrived meanwhile right behind them. */
const BEHIND_TIMERS_MS = 100;

/**
 * Puts another line in the place of one that has fallen silent, until it is told to stop. A line can end without a word: a
 * router forgets it, a machine loses power. TCP believes in it for a quarter of an hour, and what was written on it waits as
 * long, since the client's own time-out is only for what is not written yet. On the new line everything can be asked again.
 */
export function keepLineAlive(
  client: Speaker,
  onSilence: (error: Error) => void,
  { lookedEveryMs, answersWithinMs }: Patience,
): () => void {
  let stopped = false;
  let looksInVain = 0;
  void watch();
  return () => {
    stopped = true;
  };

  async function watch(): Promise<void> {
    for (;;) {
      await pass(lookedEveryMs);
      if (stopped) return;
      if (await speaks()) continue;
      onSilence(new Error(`Redis has not answered for ${answersWithinMs} ms; another line to it is opened`));
      await dialAnew();
    }
  }

  async function speaks(): Promise<boolean> {
    if (client.isReady) {
      looksInVain = 0;
      // An error is an answer too: of a line that is broken, and comes back by itself.
      return settles(client.ping());
    }
    looksInVain += 1;
    return looksInVain * lookedEveryMs < answersWithinMs;
  }

  async function dialAnew(): Promise<void> {
    looksInVain = 0;
    while (!stopped) {
      if (client.isOpen) client.destroy();
      const dialled = client.connect();
      if ((await settles(dialled)) && client.isReady) return;
      await pass(DIALLED_AGAIN_MS);
    }
  }

  /** Whether something comes to its end, whichever, in time. */
  async function settles(work: Promise<unknown>): Promise<boolean> {
    const end = work.then(
      () => true,
      () => true,
    );
    const late = pass(answersWithinMs).then(async () => {
      await pass(BEHIND_TIMERS_MS);
      return false;
    });
    return Promise.race([end, late]);
  }
}

/** Keeps no process alive. */
function pass(ms: number): Promise<void> {
  return wait(ms, undefined, { ref: false });
}
