import type { NewImport } from '../shelves.ts';
import { row, type Database } from './database.ts';

/** Files that were brought in, with what they say of themselves. */
export type ImportTable = {
  readonly addImport: (file: NewImport) => void;
  readonly importedFile: (id: string) => Uint8Array<ArrayBuffer> | null;
  readonly replaceImport: (id: string, bytes: Uint8Array) => void;
};

export function createImportTable(db: Database): ImportTable {
  const insert = db.prepare(
    `INSERT INTO imports (id, lesson, language, started_at, imported_at, has_names, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertCard = db.prepare('INSERT INTO cards (recording, label, summary) VALUES (?, ?, ?)');
  const select = db.prepare('SELECT bytes FROM imports WHERE id = ?');
  const replace = db.prepare('UPDATE imports SET bytes = ?, has_names = 0 WHERE id = ?');

  return {
    addImport: ({ id, lesson, language, startedAtMs, importedAtMs, hasNames, label, summary, bytes }) => {
      insert.run(id, lesson, language, startedAtMs, importedAtMs, hasNames ? 1 : 0, bytes);
      insertCard.run(id, JSON.stringify(label), JSON.stringify(summary));
    },
    importedFile: (id) => row<{ bytes: Uint8Array<ArrayBuffer> }>(select, id)?.bytes ?? null,
    replaceImport: (id, bytes) => {
      replace.run(bytes, id);
    },
  };
}
