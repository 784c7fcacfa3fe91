import type { Handler } from 'hono';
import type { HealthReading } from '../../../shared/wire/health.ts';
import { refuse } from '../answer.ts';
import type { Hall } from '../hall.ts';
import type { KeyGuard } from '../key-guard.ts';
import { addressOf, type Env } from '../visitor.ts';

/** GET /api/health: how this server fares; for whoever has the key, or a console's token. */
export function healthRoute(
  { hall, health }: { readonly hall: Pick<Hall, 'teaches'>; readonly health: () => HealthReading },
  keys: KeyGuard,
): Handler<Env> {
  return async (context) => {
    const secret = keys.secretIn(context.req.header('authorization'));
    if (secret !== null && (keys.isKey(secret) || (await hall.teaches(secret)))) {
      return context.json(health());
    }
    const { error, ms } = await keys.refuse(secret, addressOf(context));
    return refuse(context, error, ms);
  };
}
