import type { Context } from 'hono';
import { shareWishSchema } from '../../../../shared/wire/recordings.ts';
import { answerWith, refuse } from '../../answer.ts';
import type { Library } from '../../library.ts';
import { readBody } from '../../read-body.ts';
import type { Env } from '../../visitor.ts';

/** POST /api/recordings/:id/shares: a token that shows this recording, without names and without the library. */
export function shareRecordingRoute(library: Library) {
  return async (context: Context<Env, '/recordings/:id/shares'>): Promise<Response> => {
    const wish = await readBody(context, shareWishSchema);
    if (!wish.ok) return refuse(context, wish.error);
    return answerWith(context, await library.share(context.req.param('id'), wish.value));
  };
}
