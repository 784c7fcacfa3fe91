import type { Catalogue } from '../../server/journal/catalogue.ts';
import type { Journal } from '../../server/journal/journal.ts';
import type { Rng } from '../../shared/math/rng.ts';
import type { Scheduler } from './scheduler.ts';
import { createAiling } from './store/ailing.ts';
import { throughTime, type AtOnce } from './store/at-once.ts';
import { createCatalogueInMemory } from './store/catalogue-in-memory.ts';
import type { Durable, DurableMischief } from './store/durable.ts';
import { createEventsInMemory } from './store/events-in-memory.ts';

/** Of the catalogue and the journal, what needs room on the disk. */
export const WRITES: ReadonlySet<string> = new Set([
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

/** The file of one server: journal and catalogue, done by one thread. */
export function createDisk(scheduler: Scheduler, rng: Rng, mischief: DurableMischief = {}): Durable {
  const events = createEventsInMemory();
  const catalogue = createCatalogueInMemory((id) => events.epochOf(id));
  const { lineOf, ...health } = createAiling(scheduler, rng, {
    needsRoom: (name) => WRITES.has(name),
    isEarly: (name) => mischief.acknowledgesTooEarly === true && name === 'append' && rng.next() < 0.2,
  });
  const written: AtOnce<Omit<Journal, 'close'>> = {
    ...events,
    append: (session, epoch, firstVersion, texts) =>
      events.append(session, epoch, firstVersion, mischief.rewrite?.(texts) ?? texts),
  };

  return {
    ...health,
    mount: (host) => {
      const all = throughTime<Omit<Journal, 'close'> & Catalogue>({ ...written, ...catalogue }, lineOf(host));
      return { journal: { ...all, close: async () => undefined }, catalogue: all, ownership: null };
    },
    lines: (session) => mischief.reread?.(events.lines(session)) ?? events.lines(session),
    roster: catalogue.loadRoster,
  };
}
