import { sessionId } from '../../shared/session/ids.ts';
import type { SealKey } from '../auth/recording-seal.ts';
import type { Reader } from '../http/library.ts';
import type { Catalogue } from '../journal/catalogue.ts';
import type { Journal } from '../journal/journal.ts';
import type { Label, RecordingRecord } from '../journal/shelves.ts';
import { createFileCache } from './file-cache.ts';
import { journalPieces } from './journal-pieces.ts';
import type { Outcome, RecordingThreads } from './recording-threads.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The files that recordings are read as. */
export type Files = {
  readonly read: (record: RecordingRecord, reader: Reader, names: boolean) => Promise<Outcome<Bytes>>;
  /** What was written before must not be handed out again. */
  readonly forget: (id: string) => void;
};

export type FilesDeps = {
  readonly journal: Pick<Journal, 'read'>;
  readonly catalogue: Pick<Catalogue, 'importedFile' | 'loadRoster'>;
  readonly threads: RecordingThreads;
  readonly sealKey: SealKey;
};

/** A class that was given a link opens the same recording in the same minute. */
const FILES_KEPT = 4;

export function createFiles({ journal, catalogue, threads, sealKey }: FilesDeps): Files {
  const cache = createFileCache<Outcome<Bytes>>(FILES_KEPT);

  async function written(record: RecordingRecord, label: Label, names: boolean): Promise<Outcome<Bytes>> {
    const id = sessionId(record.id);
    const roster = names ? await catalogue.loadRoster(id) : null;
    const said = roster === null ? null : [...roster.names].map(([seat, { name }]) => ({ seat, name }));
    return threads.onJournal<'write'>(
      { kind: 'write', session: id, label: { ...label, names: said }, pem: await sealKey() },
      journalPieces(journal, id),
    );
  }

  async function relabelled(id: string, label: Label, names: boolean): Promise<Outcome<Bytes>> {
    const file = await catalogue.importedFile(id);
    if (file === null) throw new Error('an import is listed whose file is not there');
    return threads.onFile<'relabel'>({ kind: 'relabel', file, label, names, pem: await sealKey() });
  }

  return {
    read: (record, reader, names) => {
      const label = labelFor(reader, record.label);
      const make = (): Promise<Outcome<Bytes>> =>
        record.source === 'import' ? relabelled(record.id, label, names) : written(record, label, names);
      // A class that still plays is another recording with every event.
      return record.state === 'open' ? make() : cache.get(record.id, JSON.stringify([label, names]), make);
    },
    forget: cache.forget,
  };
}

/** Tags are how the teacher keeps order, and nobody else's business. */
function labelFor(reader: Reader, label: Label): Label {
  return reader === 'teacher' ? label : { ...label, tags: [] };
}
