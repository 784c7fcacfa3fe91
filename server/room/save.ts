import type { SessionEvent } from '../../shared/session/events.ts';
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
      await store.catalogue.saveRoster(store.session, batch.after.roster, store.epoch);
    }
    await store.journal.append(store.session, store.epoch, batch.before.version + 1, texts);
    return null;
  } catch (error) {
    if (error instanceof JournalError) return error.reason;
    throw error;
  }
}

/** Where a room stands with all that is kept, and what of it the room had not filed. */
export type Reread = { readonly standing: Standing; readonly events: readonly SessionEvent[] };

/**
 * After a failure nobody knows whether the last batch got in. This reads what is kept beyond the standing and
 * files it. Null while the store still fails. Throws `out-of-step` where the store has lost what it once kept, as a
 * Redis may whose replica took over: the class has to be opened anew. Throws `fenced` where another one has written.
 */
export async function reread(store: Store, standing: Standing, nowMs: number): Promise<Reread | null> {
  const { version } = standing;
  const kept = await readFrom(store, version);
  if (kept === null) return null;
  if (version > 0 && kept.lines[0]?.version !== version) {
    throw new JournalError(
      'out-of-step',
      `version ${version} of session ${store.session} is not kept any more`,
    );
  }
  const missed = kept.lines.filter((line) => line.version > version);
  // Names go first: those of a batch that did not get in may be kept all the same.
  const roster = kept.roster.version > standing.roster.version ? kept.roster : standing.roster;
  if (missed.length === 0) return { standing: { ...standing, roster }, events: [] };
  const other = missed.find(({ epoch }) => epoch !== store.epoch);
  if (other !== undefined) {
    throw new JournalError('fenced', `session ${store.session} is written in epoch ${other.epoch} by now`);
  }
  const events = missed.map(({ json }) => readEvent(json));
  const before = { ...standing, roster };
  return { standing: events.reduce((so, event) => after(so, event, nowMs), before), events };
}

async function readFrom(store: Store, version: number) {
  try {
    const lines = await store.journal.read(store.session, Math.max(1, version));
    return { lines, roster: await store.catalogue.loadRoster(store.session) };
  } catch (error) {
    if (error instanceof JournalError) return null;
    throw error;
  }
}
