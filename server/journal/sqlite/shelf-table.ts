import type { Summary } from '../../../shared/recording/summary.ts';
import type { Label, RecordingRecord, ShareRecord } from '../shelves.ts';
import { decodeLabel, decodeSummary } from '../card-json.ts';
import { row, rows, type Database } from './database.ts';

/** Recordings, classes and imports alike, and what is written on them. */
export type ShelfTable = {
  readonly recordings: () => readonly RecordingRecord[];
  readonly recording: (id: string) => RecordingRecord | null;
  readonly changeLabel: (id: string, change: Partial<Label>) => Label | null;
  readonly saveSummary: (id: string, summary: Summary) => void;
};

/** A damaged class will never end: it has been at rest since it began. */
const SHELF = `
  SELECT id, 'class' AS source, lesson, language, created_at AS started_at, COALESCE(damaged, 0) AS damaged,
    CASE WHEN damaged = 1 THEN COALESCE(ended_at, created_at) ELSE ended_at END AS kept_since,
    (SELECT json <> '[]' FROM rosters WHERE rosters.session = id) AS has_names
  FROM sessions LEFT JOIN heads ON heads.session = id
  UNION ALL
  SELECT id, 'import', lesson, language, started_at, 0, imported_at, has_names FROM imports`;

const RECORDINGS = `SELECT shelf.*, label, summary FROM (${SHELF}) AS shelf LEFT JOIN cards ON recording = id`;
const SHARES = 'SELECT id, recording, created_at, expires_at FROM shares';

export function createShelfTable(db: Database): ShelfTable {
  const selectAll = db.prepare(`${RECORDINGS} ORDER BY started_at DESC, id`);
  const selectOne = db.prepare(`${RECORDINGS} WHERE id = ?`);
  const selectShares = db.prepare(`${SHARES} ORDER BY created_at, id`);
  const selectSharesOf = db.prepare(`${SHARES} WHERE recording = ? ORDER BY created_at, id`);
  const saveLabel = db.prepare(
    `INSERT INTO cards (recording, label) VALUES (?, ?)
     ON CONFLICT (recording) DO UPDATE SET label = excluded.label`,
  );
  const saveSummary = db.prepare(
    `INSERT INTO cards (recording, summary) VALUES (?, ?)
     ON CONFLICT (recording) DO UPDATE SET summary = excluded.summary`,
  );
  const find = (id: string): ShelfRow | undefined => row<ShelfRow>(selectOne, id);

  return {
    recordings: () => {
      const shares = [...rows<ShareRow>(selectShares)];
      return [...rows<ShelfRow>(selectAll)].map((found) =>
        recordOf(
          found,
          shares.filter(({ recording }) => recording === found.id),
        ),
      );
    },
    recording: (id) => {
      const found = find(id);
      return found === undefined ? null : recordOf(found, [...rows<ShareRow>(selectSharesOf, id)]);
    },
    changeLabel: (id, change) => {
      const found = find(id);
      if (found === undefined) return null;
      const label = { ...decodeLabel(found.label), ...change };
      saveLabel.run(id, JSON.stringify(label));
      return label;
    },
    // Worked out while somebody deleted the recording, a summary must not bring a part of it back.
    saveSummary: (id, summary) => {
      if (find(id) !== undefined) saveSummary.run(id, JSON.stringify(summary));
    },
  };
}

type ShelfRow = {
  readonly id: string;
  readonly source: string;
  readonly lesson: string;
  readonly language: string;
  readonly started_at: number;
  readonly damaged: number;
  readonly kept_since: number | null;
  readonly has_names: number | null;
  readonly label: string | null;
  readonly summary: string | null;
};

type ShareRow = {
  readonly id: string;
  readonly recording: string;
  readonly created_at: number;
  readonly expires_at: number | null;
};

function recordOf(found: ShelfRow, shares: readonly ShareRow[]): RecordingRecord {
  return {
    id: found.id,
    source: found.source === 'import' ? 'import' : 'class',
    state: found.damaged === 1 ? 'damaged' : found.kept_since === null ? 'open' : 'ended',
    lesson: found.lesson,
    language: found.language === 'en' ? 'en' : 'es',
    startedAtMs: found.started_at,
    keptSinceMs: found.kept_since,
    label: decodeLabel(found.label),
    summary: decodeSummary(found.summary),
    hasNames: found.has_names === 1,
    shares: shares.map(shareOf),
  };
}

function shareOf({ id, created_at, expires_at }: ShareRow): ShareRecord {
  return { id, createdAtMs: created_at, expiresAtMs: expires_at };
}
