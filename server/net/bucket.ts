import type { ServerClock } from '../clock.ts';
import type { Rate } from '../limits.ts';

/** A token bucket: as many as `burst` at once, refilled at `perSecond`. */
export type Bucket = {
  /** Takes one: 0, or the milliseconds to wait until there is one. */
  readonly take: () => number;
  /** The one taken last should not have counted. */
  readonly giveBack: () => void;
  /** Whether it has filled up again, so that it need not be remembered. */
  readonly isFull: () => boolean;
};

export function createBucket(rate: Rate, clock: ServerClock): Bucket {
  let level = rate.burst;
  let filledMs = clock.nowMs();
  const fill = (): void => {
    const nowMs = clock.nowMs();
    level = Math.min(rate.burst, level + ((nowMs - filledMs) / 1_000) * rate.perSecond);
    filledMs = nowMs;
  };
  return {
    take: () => {
      fill();
      if (level < 1) return Math.ceil(((1 - level) / rate.perSecond) * 1_000);
      level -= 1;
      return 0;
    },
    giveBack: () => {
      fill();
      level = Math.min(rate.burst, level + 1);
    },
    isFull: () => {
      fill();
      return level >= rate.burst;
    },
  };
}

/** One bucket for each of many, such as addresses or seats; full ones are forgotten. */
export type Buckets<Key> = {
  readonly take: (key: Key) => number;
  readonly giveBack: (key: Key) => void;
  readonly forgetFull: () => void;
};

export function createBuckets<Key>(rate: Rate, clock: ServerClock): Buckets<Key> {
  const buckets = new Map<Key, Bucket>();
  return {
    take: (key) => {
      const bucket = buckets.get(key) ?? createBucket(rate, clock);
      buckets.set(key, bucket);
      return bucket.take();
    },
    giveBack: (key) => buckets.get(key)?.giveBack(),
    forgetFull: () => {
      for (const [key, bucket] of buckets) if (bucket.isFull()) buckets.delete(key);
    },
  };
}
