/** A part of the page that is on its way: what has come of it, and whether the last try failed. */
export type Arriving<Key, Part> = {
  /** What came last; a part for another key is kept until the new one is here. */
  readonly part: Part | null;
  readonly isFailing: boolean;
  /** Fetches it, again and again until it is here; returns how to stop. */
  readonly fetch: (key: Key) => () => void;
};

type Sources<Key, Part> = {
  readonly load: (key: Key) => Promise<Part>;
  /** Runs before every further try. */
  readonly mend: () => Promise<void>;
  readonly after: (ms: number, then: () => void) => () => void;
};

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;

/** Brings a part that nobody needs yet, or not at once: a line that breaks off is tried again, ever more patiently. */
export function createArriving<Key, Part>({ load, mend, after }: Sources<Key, Part>): Arriving<Key, Part> {
  let arrived = $state.raw<{ readonly key: Key; readonly part: Part } | null>(null);
  let isFailing = $state(false);

  function fetch(key: Key): () => void {
    if (arrived?.key === key) return () => undefined;
    let isWanted = true;
    let cancel = (): void => undefined;

    async function attempt(failures: number): Promise<void> {
      try {
        if (failures > 0) await mend();
        const part = await load(key);
        if (!isWanted) return;
        arrived = { key, part };
        isFailing = false;
      } catch {
        if (!isWanted) return;
        isFailing = true;
        cancel = after(pauseMs(failures), () => void attempt(failures + 1));
      }
    }
    void attempt(0);
    return () => {
      isWanted = false;
      cancel();
    };
  }

  return {
    get part() {
      return arrived?.part ?? null;
    },
    get isFailing() {
      return isFailing;
    },
    fetch,
  };
}

function pauseMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures);
}
