import { sessionId } from '../../../shared/session/ids.ts';
import type { Catalogue } from '../catalogue.ts';
import { FIND_CODE, TAKE_CODE } from './catalogue-scripts.ts';
import type { Connection } from './connection.ts';
import { KEYS } from './keys.ts';

export function createCodeKeys({ run }: Connection): Pick<Catalogue, 'takeCode' | 'findCode'> {
  return {
    takeCode: async (code, session, atMs) => {
      const keys = [KEYS.code(code), KEYS.codes(session)];
      const [taken] = await run(TAKE_CODE, keys, [code, session, atMs, KEYS.code('')]);
      return taken === '1';
    },
    findCode: async (code, atMs) => {
      const [session, replaced] = await run(FIND_CODE, [KEYS.code(code)], [atMs]);
      if (session === undefined) return null;
      return { session: sessionId(session), state: replaced === '1' ? 'replaced' : 'current' };
    },
  };
}
