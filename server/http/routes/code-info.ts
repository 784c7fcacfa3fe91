import type { Context } from 'hono';
import { parseCode } from '../../auth/code.ts';
import { refuse } from '../answer.ts';
import type { CodeGuard } from '../code-guard.ts';
import type { Hall } from '../hall.ts';
import { addressOf, type Env } from '../visitor.ts';

/** GET /api/codes/:code: what a code opens. A scanner that fetches the link takes no seat. */
export function codeInfoRoute(hall: Hall, codes: CodeGuard) {
  return async (context: Context<Env, '/codes/:code'>): Promise<Response> => {
    const code = parseCode(context.req.param('code'));
    const info = code === null ? null : await hall.codeInfo(code);
    return info === null ? refuseCode(context, codes) : context.json(info);
  };
}

/** A code that does not exist: said so, until too many of them have come from one address. */
export function refuseCode(context: Context<Env>, codes: CodeGuard): Response {
  const ms = codes.wrongCode(addressOf(context));
  return ms === 0 ? refuse(context, 'unknown-code') : refuse(context, 'slow-down', ms);
}
