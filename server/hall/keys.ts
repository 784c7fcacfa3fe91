import type { SeatNumber, SessionId } from '../../shared/session/ids.ts';
import type { SessionKeys } from '../../shared/wire/http.ts';
import { hashToken, newToken } from '../auth/tokens.ts';
import type { Catalogue } from '../journal/catalogue.ts';

/** New keys to a session's console and projector. Only their hashes are kept. */
export async function giveKeys(
  catalogue: Pick<Catalogue, 'addToken'>,
  session: SessionId,
  code: string,
): Promise<SessionKeys> {
  const teacherToken = newToken('teacher');
  const screenToken = newToken('screen');
  await Promise.all([
    catalogue.addToken(hashToken(teacherToken), { role: 'teacher', session }),
    catalogue.addToken(hashToken(screenToken), { role: 'screen', session }),
  ]);
  return { session, code, teacherToken, screenToken };
}

/** The token that holds a seat from now on. */
export async function giveSeatToken(
  catalogue: Pick<Catalogue, 'addToken'>,
  session: SessionId,
  seat: SeatNumber,
): Promise<string> {
  const token = newToken('seat');
  await catalogue.addToken(hashToken(token), { role: 'seat', session, seat });
  return token;
}
