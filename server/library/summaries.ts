import { setTimeout as wait } from 'node:timers/promises';
import { sessionId } from '../../shared/session/ids.ts';
import type { Summary } from '../../shared/recording/summary.ts';
import type { Log } from '../log.ts';
import type { Catalogue } from '../journal/catalogue.ts';
import type { Journal } from '../journal/journal.ts';
import type { RecordingRecord } from '../journal/shelves.ts';
import { journalPieces } from './journal-pieces.ts';
import type { RecordingThreads } from './recording-threads.ts';

/** What a list says of classes at rest: kept since their end, or worked out once where that did not happen. */
export type Summaries = {
  /** Those of these recordings that have one, waiting a moment for what is still being worked out. */
  readonly of: (records: readonly RecordingRecord[]) => Promise<ReadonlyMap<string, Summary | null>>;
};

export type SummariesDeps = {
  readonly journal: Pick<Journal, 'read'>;
  readonly catalogue: Pick<Catalogue, 'saveSummary'>;
  readonly threads: RecordingThreads;
  readonly log: Log;
};

/** A list does not wait longer: after an upgrade there may be hundreds of classes to go through. */
const PATIENCE_MS = 3_000;

export function createSummaries({ journal, catalogue, threads, log }: SummariesDeps): Summaries {
  const working = new Map<string, Promise<Summary | null>>();

  function workOut(id: string): Promise<Summary | null> {
    const already = working.get(id);
    if (already !== undefined) return already;
    const work = summarise(id)
      .catch((error: unknown) => {
        log.warn({ session: id, err: error }, 'a class was not summarised');
        return null;
      })
      .finally(() => working.delete(id));
    working.set(id, work);
    return work;
  }

  async function summarise(id: string): Promise<Summary | null> {
    const pieces = journalPieces(journal, sessionId(id));
    const outcome = await threads.onJournal<'summarise'>({ kind: 'summarise', session: id }, pieces);
    if (!outcome.ok) throw new Error(outcome.message);
    if (outcome.result !== null) await catalogue.saveSummary(id, outcome.result);
    return outcome.result;
  }

  return {
    of: async (records) => {
      const late = new AbortController();
      const patience = wait(PATIENCE_MS, null, { signal: late.signal }).catch(() => null);
      const found = await Promise.all(
        records.map(async ({ id, summary }) => {
          return [id, summary ?? (await Promise.race([workOut(id), patience]))] as const;
        }),
      );
      late.abort();
      return new Map(found);
    },
  };
}
