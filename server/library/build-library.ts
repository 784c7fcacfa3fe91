import type { SealKey } from '../auth/recording-seal.ts';
import type { OpenClassDeps } from '../hall/open-class.ts';
import type { Library } from '../http/library.ts';
import type { Journal } from '../journal/journal.ts';
import type { Log } from '../log.ts';
import { createCards } from './cards.ts';
import { createFiles } from './files.ts';
import { createLibrary } from './library.ts';
import { createRecordingThreads } from './recording-threads.ts';
import { startRetention } from './retention.ts';
import { createSummaries } from './summaries.ts';

export type LibraryParts = OpenClassDeps & {
  readonly journal: Journal;
  readonly log: Log;
  readonly sealKey: SealKey;
  readonly retentionDays: number | null;
};

/** Puts the library together; what is old is swept from when that is started until it is stopped. */
export function buildLibrary(parts: LibraryParts): {
  readonly library: Library;
  readonly startRetention: () => () => void;
} {
  const threads = createRecordingThreads();
  const files = createFiles({ ...parts, threads });
  const summaries = createSummaries({ ...parts, threads });
  const cards = createCards({ ...parts, summaries });
  return {
    library: createLibrary({ ...parts, threads, cards, files }),
    startRetention: () => startRetention({ ...parts, files }),
  };
}
