import { sessionId } from '../../../shared/session/ids.ts';
import type { NewSession, SessionCounts, SessionRecord } from '../catalogue.ts';
import { row, rows, type Database } from './database.ts';

/** What is known of each session. */
export type SessionTable = {
  readonly addSession: (session: NewSession) => void;
  readonly session: (id: string) => SessionRecord | null;
  readonly sessions: () => readonly SessionRecord[];
  readonly saveCounts: (id: string, counts: SessionCounts) => void;
  readonly endSession: (id: string, atMs: number) => void;
};

export function createSessionTable(db: Database): SessionTable {
  const columns = `
    SELECT id, lesson, language, created_at, ended_at, seats, rounds,
      (SELECT code FROM codes WHERE codes.session = sessions.id AND replaced = 0) AS code,
      COALESCE((SELECT damaged FROM heads WHERE heads.session = sessions.id), 0) AS damaged
    FROM sessions`;
  const insert = db.prepare('INSERT INTO sessions (id, lesson, language, created_at) VALUES (?, ?, ?, ?)');
  const selectOne = db.prepare(`${columns} WHERE id = ?`);
  const selectAll = db.prepare(`${columns} ORDER BY created_at DESC, id`);
  const updateCounts = db.prepare('UPDATE sessions SET seats = ?, rounds = ? WHERE id = ?');
  const end = db.prepare('UPDATE sessions SET ended_at = ? WHERE id = ? AND ended_at IS NULL');
  const retireCode = db.prepare('UPDATE codes SET retired_at = ? WHERE session = ? AND retired_at IS NULL');

  return {
    addSession: ({ id, lesson, language, createdAtMs }) => {
      insert.run(id, lesson, language, createdAtMs);
    },
    session: (id) => {
      const found = row<SessionRow>(selectOne, id);
      return found === undefined ? null : sessionRecord(found);
    },
    sessions: () => [...rows<SessionRow>(selectAll)].map(sessionRecord),
    saveCounts: (id, { seats, rounds }) => {
      updateCounts.run(seats, rounds, id);
    },
    endSession: (id, atMs) => {
      end.run(atMs, id);
      retireCode.run(atMs, id);
    },
  };
}

type SessionRow = {
  readonly id: string;
  readonly lesson: string;
  readonly language: string;
  readonly created_at: number;
  readonly ended_at: number | null;
  readonly seats: number;
  readonly rounds: number;
  readonly code: string | null;
  readonly damaged: number;
};

function sessionRecord(found: SessionRow): SessionRecord {
  return {
    id: sessionId(found.id),
    lesson: found.lesson,
    language: found.language === 'en' ? 'en' : 'es',
    createdAtMs: found.created_at,
    state: found.damaged === 1 ? 'damaged' : found.ended_at === null ? 'open' : 'ended',
    endedAtMs: found.ended_at,
    code: found.code,
    counts: { seats: found.seats, rounds: found.rounds },
  };
}
