import type { Handler } from 'hono';
import type { OpenSessions } from '../../../shared/wire/http.ts';
import type { Hall } from '../hall.ts';
import type { Env } from '../visitor.ts';

/** GET /api/sessions: the classes one can go back into. */
export function openSessionsRoute(hall: Hall): Handler<Env> {
  return async (context) => {
    const answer: OpenSessions = { sessions: [...(await hall.openSessions())] };
    return context.json(answer);
  };
}
