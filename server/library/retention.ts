import type { ServerClock } from '../clock.ts';
import type { Catalogue } from '../journal/catalogue.ts';
import { JournalError } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import { DAY_MS, deletedAtMs } from './card.ts';
import { deleteRecording, finishDeletions, type DeletionDeps } from './delete-recording.ts';
import type { Files } from './files.ts';

export type RetentionDeps = Omit<DeletionDeps, 'catalogue'> & {
  readonly catalogue: DeletionDeps['catalogue'] & Pick<Catalogue, 'recordings' | 'deleteOldCopies'>;
  readonly files: Pick<Files, 'forget'>;
  readonly clock: ServerClock;
  readonly log: Log;
  /** Null keeps everything. */
  readonly retentionDays: number | null;
};

const SWEEP_EVERY_MS = 60 * 60 * 1_000;

/** Sweeps at once and then every hour, until it is stopped. */
export function startRetention(deps: RetentionDeps): () => void {
  const again = (): void => {
    sweep(deps).catch((error: unknown) => deps.log.error({ err: error }, 'sweeping failed'));
  };
  again();
  const timer = setInterval(again, SWEEP_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Deletes what has been at rest for longer than it is kept. An open class never is; a disk in trouble waits. */
export async function sweep(deps: RetentionDeps): Promise<void> {
  const { catalogue, files, clock, log, retentionDays } = deps;
  try {
    await finishDeletions(deps);
    if (retentionDays === null) return;
    const nowMs = clock.wallMs();
    const old = (await catalogue.recordings()).filter((record) => {
      const atMs = deletedAtMs(record, retentionDays);
      return atMs !== null && atMs <= nowMs;
    });
    for (const record of old) {
      await deleteRecording(record, deps);
      files.forget(record.id);
    }
    const copies = await catalogue.deleteOldCopies(nowMs - retentionDays * DAY_MS);
    if (old.length + copies > 0) log.info({ recordings: old.length, copies }, 'deleted for their age');
  } catch (error) {
    if (!(error instanceof JournalError)) throw error;
    // The server stops: its next start sweeps.
    if (error.reason === 'closed') return;
    log.warn({ reason: error.reason }, 'not swept; tried again in an hour');
  }
}
