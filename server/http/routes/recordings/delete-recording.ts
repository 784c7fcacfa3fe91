import type { Context } from 'hono';
import { answerWith } from '../../answer.ts';
import type { Library } from '../../library.ts';
import type { Env } from '../../visitor.ts';

/** DELETE /api/recordings/:id: for good, with everything that belonged to it. */
export function deleteRecordingRoute(library: Library) {
  return async (context: Context<Env, '/recordings/:id'>): Promise<Response> =>
    answerWith(context, await library.remove(context.req.param('id')));
}
