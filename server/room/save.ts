import type { SessionId } from '../../shared/session/ids.ts';
import type { Catalogue } from '../journal/catalogue.ts';
import { JournalError, type Journal, type JournalFailure } from '../journal/journal.ts';
import type { Batch } from './batch.ts';
import { after, type Standing } from './standing.ts';
import { readEvent, writeEvent } from './stored-event.ts';

/** Where a room keeps what happens in it. */
export type Store = {
  readonly session: SessionId;
  readonly epoch: number;
  readonly journal: Pick<Journal, 'append' | 'read'>;
  readonly catalogue: Pick<Catalogue, 'saveRoster' | 'loadRoster'>;
};

/** Puts a batch on disk, names before the facts that speak of them. Answers with what went wrong, or null. */
export async function save(store: Store, batch: Batch, atMs: number): Promise<JournalFailure | null> {
  const texts = batch.events.map((event) => writeEvent(event, atMs));
  try {
    if (batch.after.roster !== batch.before.roster) {
      await store.catalogue.saveRoster(store.session, batch.after.roster);
    }
    await store.journal.append(store.session, store.epoch, batch.before.version + 1, texts);
    return null;
  } catch (error) {
    if (error instanceof JournalError) return error.reason;
    throw error;
  }
}

/**
 * After a failure nobody knows whether the last batch got in. This reads what is kept beyond the standing and
 * files it. Null while the store still fails.
 */
export async function reread(store: Store, standing: Standing, nowMs: number): Promise<Standing | null> {
  try {
    const kept = await store.journal.read(store.session, standing.version + 1);
    if (kept.length === 0) return standing;
    const roster = await store.catalogue.loadRoster(store.session);
    return kept.reduce((so, { json }) => after(so, readEvent(json), nowMs), { ...standing, roster });
  } catch (error) {
    if (error instanceof JournalError) return null;
    throw error;
  }
}
