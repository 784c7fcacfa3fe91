import type { Context } from 'hono';
import { answerWith } from '../../answer.ts';
import type { Library } from '../../library.ts';
import type { Env } from '../../visitor.ts';

/** DELETE /api/recordings/:id/shares/:share: its token opens nothing from now on. */
export function takeBackShareRoute(library: Library) {
  return async (context: Context<Env, '/recordings/:id/shares/:share'>): Promise<Response> => {
    const { id, share } = context.req.param();
    return answerWith(context, await library.takeBack(id, share));
  };
}
