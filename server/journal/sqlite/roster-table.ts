import { EMPTY_ROSTER, withoutNames, type Roster } from '../../../shared/session/roster.ts';
import { JournalError } from '../journal.ts';
import { row, type Database } from './database.ts';
import { decodeNames, encodeNames } from '../roster-json.ts';

/** Names, the newest version of each session. */
export type RosterTable = {
  readonly saveRoster: (id: string, roster: Roster, epoch?: number) => void;
  readonly loadRoster: (id: string) => Roster;
  readonly deleteNames: (id: string, which: 'free' | 'all') => Roster;
};

export function createRosterTable(db: Database): RosterTable {
  const select = db.prepare('SELECT version, json FROM rosters WHERE session = ?');
  const save = db.prepare(
    `INSERT INTO rosters (session, version, json) VALUES (?, ?, ?)
     ON CONFLICT (session) DO UPDATE SET version = excluded.version, json = excluded.json
     WHERE excluded.version > rosters.version`,
  );
  const selectEpoch = db.prepare('SELECT epoch FROM heads WHERE session = ?');
  const replace = db.prepare('UPDATE rosters SET version = ?, json = ? WHERE session = ?');
  const loadRoster = (id: string): Roster => {
    const kept = row<{ version: number; json: string }>(select, id);
    return kept === undefined ? EMPTY_ROSTER : decodeNames(kept.version, kept.json);
  };

  return {
    saveRoster: (id, roster, epoch) => {
      const running = row<{ epoch: number }>(selectEpoch, id)?.epoch ?? epoch;
      if (epoch !== undefined && epoch !== running) {
        throw new JournalError('fenced', `epoch ${epoch} of session ${id} is not the running one`);
      }
      save.run(id, roster.version, encodeNames(roster));
    },
    loadRoster,
    deleteNames: (id, which) => {
      const after = withoutNames(loadRoster(id), which);
      replace.run(after.version, encodeNames(after), id);
      return after;
    },
  };
}
