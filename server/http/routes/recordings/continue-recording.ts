import type { Context } from 'hono';
import { continueSchema } from '../../../../shared/wire/recordings.ts';
import { answerWith, refuse } from '../../answer.ts';
import type { Library } from '../../library.ts';
import { readBody } from '../../read-body.ts';
import type { Env } from '../../visitor.ts';

/** POST /api/recordings/:id/continue: opens a class that goes on from a moment of the recording. */
export function continueRecordingRoute(library: Library) {
  return async (context: Context<Env, '/recordings/:id/continue'>): Promise<Response> => {
    const wish = await readBody(context, continueSchema);
    if (!wish.ok) return refuse(context, wish.error);
    return answerWith(context, await library.goOn(context.req.param('id'), wish.value.version));
  };
}
