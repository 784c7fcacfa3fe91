import { JournalError } from '../../../server/journal/journal.ts';
import type { Rng } from '../../../shared/math/rng.ts';
import type { Host } from '../host.ts';
import type { Scheduler } from '../scheduler.ts';
import type { Doing } from './at-once.ts';

/**
 * How the store is just now. `broken` fails half of what it is asked, some of it only after having done it; `away` takes
 * nothing, and what it had not yet answered stays unanswered.
 */
export type Health = 'well' | 'slow' | 'full' | 'broken' | 'stuck' | 'away';

/** What a store is made of that may fail: the way from each process to it, and its health. */
export type Ailing = {
  /** The store as one process reaches it: one thing after the other, each done at once and told a little later. */
  readonly lineOf: (host: Host) => Doing;
  readonly health: () => Health;
  readonly suffer: (health: Health) => void;
  /** Nothing that was asked is still to be done. */
  readonly isIdle: () => boolean;
};

export type AilingOptions = {
  /** Whether this cannot be done while the store is full; the store itself may know better. */
  readonly needsRoom: (name: string) => boolean;
  /** Whether this is to be answered before it is done: a rule broken on purpose. */
  readonly isEarly?: (name: string) => boolean;
};

/** Milliseconds, least and spread. */
const ANSWERS = {
  well: [0, 3],
  slow: [300, 2_500],
  full: [0, 3],
  broken: [0, 30],
  stuck: [0, 3],
  away: [0, 2],
} as const;

export function createAiling(scheduler: Scheduler, rng: Rng, options: AilingOptions): Ailing {
  const { needsRoom, isEarly = () => false } = options;
  const parked: (() => void)[] = [];
  let health: Health = 'well';
  /** How often it went away. */
  let era = 0;
  let asked = 0;

  function lineOf(host: Host): Doing {
    let freeAtMs = 0;
    let toldAtMs = 0;
    const waiting: (() => void)[] = [];
    return (name, work) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const early = isEarly(name);
        const [least, spread] = ANSWERS[health];
        freeAtMs = Math.max(freeAtMs, scheduler.nowMs() + least + rng.below(spread));
        if (early) resolve(undefined as never); // what is broken on purpose: an append has no result
        waiting.push(attempt);
        scheduler.after(freeAtMs + (early ? 400 : 0) - scheduler.nowMs(), () => waiting.shift()?.());

        function attempt(): void {
          if (!host.isAlive()) asked -= 1;
          else if (health === 'stuck') parked.push(attempt);
          else answer(outcome());
        }
        function answer(settle: () => void): void {
          const itsEra = era;
          // Done, and not yet told: a process that dies in between never learns of it.
          toldAtMs = Math.max(toldAtMs + 1, scheduler.nowMs() + rng.below(2));
          scheduler.after(toldAtMs - scheduler.nowMs(), () => {
            asked -= 1;
            host.run(itsEra === era ? settle : () => reject(failed('done, and not told')));
          });
        }
        function outcome(): () => void {
          const failure = failureOf(name);
          if (failure === 'before') return () => reject(failed('simulated'));
          try {
            const result = work();
            return failure === 'after' ? () => reject(failed('done, and not told')) : () => resolve(result);
          } catch (error) {
            return () => reject(error as Error); // the work throws JournalErrors, or there is a bug to see
          }
        }
      });
  }

  function failureOf(name: string): 'before' | 'after' | null {
    if (health === 'away' || (health === 'full' && needsRoom(name))) return 'before';
    if (health !== 'broken' || rng.next() < 0.5) return null;
    return rng.next() < 0.5 ? 'after' : 'before';
  }

  const failed = (what: string): JournalError =>
    new JournalError(health === 'full' ? 'store-full' : 'broken', what);

  return {
    lineOf,
    health: () => health,
    suffer: (next) => {
      if (next === 'away' && health !== 'away') era += 1;
      health = next;
      if (next !== 'stuck') for (const attempt of parked.splice(0)) scheduler.after(rng.below(5), attempt);
    },
    isIdle: () => asked === 0,
  };
}
