import { sessionId, type SessionId } from '../../shared/session/ids.ts';
import type { Catalogue } from '../journal/catalogue.ts';
import type { Journal } from '../journal/journal.ts';
import type { RecordingRecord } from '../journal/shelves.ts';
import type { Registry } from '../room/registry.ts';

export type DeletionDeps = {
  readonly journal: Pick<Journal, 'delete'>;
  readonly catalogue: Pick<Catalogue, 'deleteRecording' | 'unfinishedDeletions' | 'finishDeletion'>;
  readonly rooms: Registry;
};

/**
 * Deletes a recording for good. It is out of every list, and its shares open nothing, with the first step; killed
 * after it, the server finishes what is left when it starts again.
 */
export async function deleteRecording(
  { id, source }: Pick<RecordingRecord, 'id' | 'source'>,
  deps: DeletionDeps,
): Promise<void> {
  if (source === 'class') await deps.rooms.forget(sessionId(id));
  await deps.catalogue.deleteRecording(id);
  if (source === 'class') await deleteEvents(sessionId(id), deps);
}

/** Finishes what a process that ended in the middle of a deletion has left. */
export async function finishDeletions(deps: DeletionDeps): Promise<void> {
  for (const session of await deps.catalogue.unfinishedDeletions()) await deleteEvents(session, deps);
}

async function deleteEvents(
  session: SessionId,
  { journal, catalogue }: Omit<DeletionDeps, 'rooms'>,
): Promise<void> {
  await journal.delete(session);
  await catalogue.finishDeletion(session);
}
