import type { MiddlewareHandler } from 'hono';
import { refuse } from './answer.ts';
import type { KeyGuard } from './key-guard.ts';
import { addressOf, type Env } from './visitor.ts';

/** Lets in whoever has the teacher key. */
export function teacherOnly(keys: KeyGuard): MiddlewareHandler<Env> {
  return async (context, next) => {
    const secret = keys.secretIn(context.req.header('authorization'));
    if (secret !== null && keys.isKey(secret)) return next();
    const { error, ms } = await keys.refuse(secret, addressOf(context));
    return refuse(context, error, ms);
  };
}
