import type { Context } from 'hono';
import { parseCode } from '../../auth/code.ts';
import { answerWith, refuse } from '../answer.ts';
import type { Hall } from '../hall.ts';
import type { Env } from '../visitor.ts';

/** POST /api/sessions/:code/teacher: back into a class with one click, from any machine that has the key. */
export function teacherKeysRoute(hall: Hall) {
  return async (context: Context<Env, '/sessions/:code/teacher'>): Promise<Response> => {
    const code = parseCode(context.req.param('code'));
    return code === null
      ? refuse(context, 'unknown-code')
      : answerWith(context, await hall.teacherKeys(code));
  };
}
