import type { SessionId } from '../../shared/session/ids.ts';
import { newCode } from '../auth/code.ts';
import type { ServerClock } from '../clock.ts';
import type { Catalogue } from '../journal/catalogue.ts';

/** Of two hundred million codes only those in use, and those of the last day, are taken. */
const TRIES = 20;

/** Takes a free code for a session; the one it had is retired. */
export async function takeCode(
  catalogue: Pick<Catalogue, 'takeCode'>,
  session: SessionId,
  clock: ServerClock,
): Promise<string> {
  for (let tries = 0; tries < TRIES; tries++) {
    const code = newCode();
    if (await catalogue.takeCode(code, session, clock.wallMs())) return code;
  }
  throw new Error(`no free join code in ${TRIES} tries: the codes' source of chance is broken`);
}
