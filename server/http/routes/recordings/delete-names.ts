import type { Context } from 'hono';
import { answerWith } from '../../answer.ts';
import type { Library } from '../../library.ts';
import type { Env } from '../../visitor.ts';

/** DELETE /api/recordings/:id/names: the recording stays whole, and nobody in it has a name any more. */
export function deleteNamesRoute(library: Library) {
  return async (context: Context<Env, '/recordings/:id/names'>): Promise<Response> =>
    answerWith(context, await library.removeNames(context.req.param('id')));
}
