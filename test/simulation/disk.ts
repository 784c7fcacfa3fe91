import type { Catalogue } from '../../server/journal/catalogue.ts';
import { JournalError, type Journal } from '../../server/journal/journal.ts';
import type { Rng } from '../../shared/math/rng.ts';
import type { SessionId } from '../../shared/session/ids.ts';
import type { JournalLine } from '../../shared/recording/chain.ts';
import type { Roster } from '../../shared/session/roster.ts';
import type { Host } from './host.ts';
import type { Scheduler } from './scheduler.ts';
import { throughTime, type AtOnce } from './store/at-once.ts';
import { createCatalogueInMemory } from './store/catalogue-in-memory.ts';
import { createEventsInMemory } from './store/events-in-memory.ts';

/** How the disk is just now. `broken` fails half of what it is asked, some of it only after having done it. */
export type DiskHealth = 'well' | 'slow' | 'full' | 'broken' | 'stuck';

/** What every process writes on; it outlives them. */
export type Disk = {
  /** The store as one process sees it: what it asked is done, and answered, unless it dies before. */
  readonly mount: (host: Host) => { readonly journal: Journal; readonly catalogue: Catalogue };
  readonly health: () => DiskHealth;
  readonly suffer: (health: DiskHealth) => void;
  /** Nothing that was asked is still to be done. */
  readonly isIdle: () => boolean;
  readonly lines: (session: SessionId) => readonly JournalLine[];
  readonly roster: (session: SessionId) => Roster;
};

/** A rule of the store that is broken on purpose, to see it noticed. */
export type DiskMischief = {
  /** Answers an append before it is done. */
  readonly acknowledgesTooEarly?: boolean;
  /** Changes the text of events on their way to the disk. */
  readonly rewrite?: (events: readonly string[]) => readonly string[];
  /** Reads these lines instead of those that are kept. */
  readonly reread?: (lines: readonly JournalLine[]) => readonly JournalLine[];
};

/** Milliseconds, least and spread. */
const ANSWERS = { well: [0, 3], slow: [300, 2_500], full: [0, 3], broken: [0, 30], stuck: [0, 3] } as const;
const WRITES: ReadonlySet<string> = new Set([
  'append',
  'open',
  'saveRoster',
  'takeCode',
  'addSession',
  'addToken',
  'saveCounts',
  'endSession',
  'saveSummary',
  'deleteNames',
  'revokeTokens',
]);

export function createDisk(scheduler: Scheduler, rng: Rng, mischief: DiskMischief = {}): Disk {
  const events = createEventsInMemory();
  const catalogue = createCatalogueInMemory();
  const parked: (() => void)[] = [];
  let health: DiskHealth = 'well';
  let asked = 0;

  const written: AtOnce<Omit<Journal, 'close'>> = {
    ...events,
    append: (session, epoch, firstVersion, texts) =>
      events.append(session, epoch, firstVersion, mischief.rewrite?.(texts) ?? texts),
  };

  function mount(host: Host): ReturnType<Disk['mount']> {
    let freeAtMs = 0;
    let toldAtMs = 0;
    const waiting: (() => void)[] = [];
    const store = throughTime<Omit<Journal, 'close'> & Catalogue>(
      { ...written, ...catalogue },
      (name, work) =>
        new Promise((resolve, reject) => {
          asked += 1;
          const early = mischief.acknowledgesTooEarly === true && name === 'append' && rng.next() < 0.2;
          const [least, spread] = ANSWERS[health];
          // One thing after the other, as in the store's own thread.
          freeAtMs = Math.max(freeAtMs, scheduler.nowMs() + least + rng.below(spread));
          if (early) resolve(undefined as never); // what is broken on purpose: an append has no result
          waiting.push(attempt);
          scheduler.after(freeAtMs + (early ? 400 : 0) - scheduler.nowMs(), () => waiting.shift()?.());

          function attempt(): void {
            if (!host.isAlive()) asked -= 1;
            else if (health === 'stuck') parked.push(attempt);
            else answer(outcomeOf(name, work));
          }
          function answer(settle: () => void): void {
            // Done, and not yet told: a process that dies in between never learns of it.
            toldAtMs = Math.max(toldAtMs + 1, scheduler.nowMs() + rng.below(2));
            scheduler.after(toldAtMs - scheduler.nowMs(), () => {
              asked -= 1;
              host.run(settle);
            });
          }
          function outcomeOf(what: string, task: typeof work): () => void {
            const failure = failureOf(what);
            if (failure === 'before') return () => reject(new JournalError(reasonNow(), 'simulated'));
            try {
              const result = task();
              if (failure === 'after') return () => reject(new JournalError('broken', 'done, and not told'));
              return () => resolve(result);
            } catch (error) {
              return () => reject(error as Error); // the work throws JournalErrors, or there is a bug to see
            }
          }
        }),
    );
    return { journal: { ...store, close: async () => undefined }, catalogue: store };
  }

  function failureOf(name: string): 'before' | 'after' | null {
    if (health === 'full' && WRITES.has(name)) return 'before';
    if (health !== 'broken' || rng.next() < 0.5) return null;
    return WRITES.has(name) && rng.next() < 0.5 ? 'after' : 'before';
  }

  const reasonNow = (): 'store-full' | 'broken' => (health === 'full' ? 'store-full' : 'broken');

  return {
    mount,
    health: () => health,
    suffer: (next) => {
      health = next;
      if (next !== 'stuck') for (const attempt of parked.splice(0)) scheduler.after(rng.below(5), attempt);
    },
    isIdle: () => asked === 0,
    lines: (session) => mischief.reread?.(events.lines(session)) ?? events.lines(session),
    roster: catalogue.loadRoster,
  };
}
