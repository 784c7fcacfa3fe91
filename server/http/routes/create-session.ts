import type { Handler } from 'hono';
import { createSessionSchema } from '../../../shared/wire/http.ts';
import { answerWith, refuse } from '../answer.ts';
import type { Hall } from '../hall.ts';
import { readBody } from '../read-body.ts';
import type { Env } from '../visitor.ts';

/** POST /api/sessions: opens a class. */
export function createSessionRoute(hall: Hall): Handler<Env> {
  return async (context) => {
    const wanted = await readBody(context, createSessionSchema);
    if (!wanted.ok) return refuse(context, wanted.error);
    return answerWith(context, await hall.createSession(wanted.value));
  };
}
