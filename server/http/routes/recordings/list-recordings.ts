import type { Handler } from 'hono';
import { answerWith } from '../../answer.ts';
import type { Library } from '../../library.ts';
import type { Env } from '../../visitor.ts';

/** GET /api/recordings: every recording of this server, the newest first. */
export function listRecordingsRoute(library: Library): Handler<Env> {
  return async (context) => answerWith(context, await library.list());
}
