import { seatNumber, sessionId } from '../../../shared/session/ids.ts';
import type { Grant } from '../catalogue.ts';
import { row, type Database } from './database.ts';

/** Hashes of tokens, and what each allows. */
export type TokenTable = {
  readonly addToken: (hash: string, grant: Grant) => void;
  readonly findToken: (hash: string) => Grant | null;
  readonly revokeTokens: (grant: Grant) => void;
};

export function createTokenTable(db: Database): TokenTable {
  const insert = db.prepare('INSERT INTO tokens (hash, session, role, seat) VALUES (?, ?, ?, ?)');
  const select = db.prepare('SELECT session, role, seat FROM tokens WHERE hash = ?');
  const revoke = db.prepare('DELETE FROM tokens WHERE session = ? AND role = ? AND seat IS ?');

  return {
    addToken: (hash, grant) => {
      insert.run(hash, grant.session, grant.role, grant.role === 'seat' ? grant.seat : null);
    },
    findToken: (hash) => {
      const found = row<{ session: string; role: string; seat: number | null }>(select, hash);
      return found === undefined ? null : grantOf(found.session, found.role, found.seat);
    },
    revokeTokens: (grant) => {
      revoke.run(grant.session, grant.role, grant.role === 'seat' ? grant.seat : null);
    },
  };
}

/** Null for a row that damage has made senseless: a token that is not understood opens nothing. */
function grantOf(session: string, role: string, seat: number | null): Grant | null {
  if (role === 'teacher' || role === 'screen') return { role, session: sessionId(session) };
  if (role === 'seat' && seat !== null && seat >= 1) {
    return { role, session: sessionId(session), seat: seatNumber(seat) };
  }
  return null;
}
