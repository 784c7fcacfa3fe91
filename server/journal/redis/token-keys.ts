import { seatNumber, sessionId } from '../../../shared/session/ids.ts';
import type { Catalogue, Grant } from '../catalogue.ts';
import { REVOKE_TOKENS } from './catalogue-scripts.ts';
import type { Connection } from './connection.ts';
import { KEYS } from './keys.ts';

type TokenKeys = Pick<Catalogue, 'addToken' | 'findToken' | 'revokeTokens'>;

export function createTokenKeys({ ask, run }: Connection): TokenKeys {
  return {
    addToken: (hash, grant) =>
      ask(async (client) => {
        await client
          .multi()
          .hSet(KEYS.token(hash), { session: grant.session, role: grant.role, seat: seatOf(grant) })
          .sAdd(KEYS.tokens(grant.session), hash)
          .exec();
      }),
    findToken: async (hash) => grantOf(await ask((client) => client.hGetAll(KEYS.token(hash)))),
    revokeTokens: async (grant) => {
      await run(REVOKE_TOKENS, [KEYS.tokens(grant.session)], [grant.role, seatOf(grant), KEYS.token('')]);
    },
  };
}

function seatOf(grant: Grant): string {
  return grant.role === 'seat' ? String(grant.seat) : '';
}

/** Null for a token that is not there, or is not understood: it opens nothing. */
function grantOf({ session, role, seat }: Readonly<Record<string, string>>): Grant | null {
  if (session === undefined) return null;
  if (role === 'teacher' || role === 'screen') return { role, session: sessionId(session) };
  if (role === 'seat' && Number(seat) >= 1)
    return { role, session: sessionId(session), seat: seatNumber(Number(seat)) };
  return null;
}
