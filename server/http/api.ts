import { Hono } from 'hono';
import type { HealthReading } from '../../shared/wire/health.ts';
import type { Interfaces } from '../address.ts';
import type { ServerClock } from '../clock.ts';
import type { Chance } from '../names/pseudonyms.ts';
import { refuse } from './answer.ts';
import { createCodeGuard } from './code-guard.ts';
import type { Hall } from './hall.ts';
import type { KeyGuard } from './key-guard.ts';
import type { Library } from './library.ts';
import { recordings } from './recordings.ts';
import { addressesRoute } from './routes/addresses.ts';
import { codeInfoRoute } from './routes/code-info.ts';
import { createSessionRoute } from './routes/create-session.ts';
import { healthRoute } from './routes/health.ts';
import { openSessionsRoute } from './routes/open-sessions.ts';
import { pseudonymRoute } from './routes/pseudonym.ts';
import { takeSeatRoute } from './routes/take-seat.ts';
import { teacherKeysRoute } from './routes/teacher-keys.ts';
import { teacherOnly } from './teacher-only.ts';
import type { Env } from './visitor.ts';

export type ApiDeps = {
  readonly hall: Hall;
  readonly library: Library;
  readonly teacherKey: string;
  readonly publicUrl: URL | null;
  /** Known once the server listens. */
  readonly port: () => number;
  readonly interfaces: () => Interfaces;
  readonly clock: ServerClock;
  readonly chance: Chance;
  readonly wait: (ms: number) => Promise<void>;
  /** How the server fares, for a teacher. */
  readonly health: () => HealthReading;
  /** Seats that play just now from an address. */
  readonly seatsBehind: (address: string) => number;
  /** The player that a recording is put into; null where it has not been built. */
  readonly playerTemplate: () => string | null;
};

/** The API under `/api`: one file a route. What a route needs is handed to it; the guards remember across them. */
export function api(deps: ApiDeps, keys: KeyGuard): Hono<Env> {
  const codes = createCodeGuard(deps.clock, deps.seatsBehind);
  const app = new Hono<Env>();
  app.use(async (context, next) => {
    await next();
    context.res.headers.set('Cache-Control', 'no-store');
  });

  app.get('/codes/:code', codeInfoRoute(deps.hall, codes));
  app.post('/codes/:code/seats', takeSeatRoute(deps.hall, codes));
  app.get('/pseudonym', pseudonymRoute(deps.chance));
  app.get('/addresses', addressesRoute(deps, keys));
  app.get('/health', healthRoute(deps, keys));

  app.use('/sessions/*', teacherOnly(keys));
  app.post('/sessions', createSessionRoute(deps.hall));
  app.get('/sessions', openSessionsRoute(deps.hall));
  app.post('/sessions/:code/teacher', teacherKeysRoute(deps.hall));

  app.route('/', recordings({ ...deps, keys }));

  app.all('*', (context) => refuse(context, 'not-found'));
  return app;
}
