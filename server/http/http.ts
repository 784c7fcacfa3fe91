import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { RequestListener } from 'node:http';
import { INTAKE } from '../limits.ts';
import type { Log } from '../log.ts';
import type { MetricsPage } from '../measures/prometheus.ts';
import { refuse } from './answer.ts';
import type { TrustedProxies } from '../trusted-proxies.ts';
import { api, type ApiDeps } from './api.ts';
import { createKeyGuard } from './key-guard.ts';
import type { OriginRule } from './origin-rule.ts';
import { pages } from './pages.ts';
import { metricsRoute } from './routes/metrics.ts';
import { securityHeaders } from './security-headers.ts';
import { listStaticFiles, type StaticFile } from './static-files.ts';
import { teacherOnly } from './teacher-only.ts';
import type { Env } from './visitor.ts';

export type HttpDeps = Omit<ApiDeps, 'playerTemplate'> & {
  readonly isOurOwn: OriginRule;
  readonly isProxy: TrustedProxies;
  /** The folder of the built client; null in development, where another serves the pages. */
  readonly clientFolder: string | null;
  readonly log: Log;
  /** The page for Prometheus. */
  readonly metrics: () => Promise<MetricsPage>;
};

/** Everything that is not live, as a listener for Node's server: pages, files, the API and `/healthz`. */
export function createHttp(deps: HttpDeps): RequestListener {
  const files = deps.clientFolder === null ? null : listStaticFiles(deps.clientFolder);
  const app = new Hono<Env>();
  app.use(securityHeaders(deps.publicUrl));
  app.use(async (context, next) => {
    const { host, origin } = context.req.header();
    return deps.isOurOwn({ host, origin }) ? next() : refuse(context, 'wrong-host');
  });
  app.use(smallBodies());
  app.get('/healthz', (context) => context.json({ ok: true }));
  const keys = createKeyGuard(deps);
  app.get('/metrics', teacherOnly(keys), metricsRoute(deps.metrics));
  app.route('/api', api({ ...deps, playerTemplate: () => textOf(files?.get('/player.html')) }, keys));
  if (files !== null) app.route('/', pages(files));
  app.notFound((context) => refuse(context, 'not-found'));
  app.onError((error, context) => {
    // The path's pattern and not the path: what somebody typed may be anything.
    deps.log.error({ err: error, route: context.req.routePath }, 'a request failed');
    return refuse(context, 'failed');
  });
  const { isProxy } = deps;
  return getRequestListener((request, env) =>
    // Node's own server is HTTP/1, so the bindings are too.
    app.fetch(request, { ...(env as HttpBindings), isProxy }),
  );
}

/** A recording that is brought in is read by its own route, once it is known who brings it. */
function smallBodies(): MiddlewareHandler<Env> {
  const limit = bodyLimit({
    maxSize: INTAKE.body.perRequest.bytesMost,
    onError: (context) => refuse(context, 'too-large'),
  });
  const lessonLimit = bodyLimit({
    maxSize: INTAKE.body.perRequest.lessonBytesMost,
    onError: (context) => refuse(context, 'lesson-too-large'),
  });
  return (context, next) => {
    if (context.req.method !== 'POST') return limit(context, next);
    switch (context.req.path) {
      case '/api/recordings':
        return next();
      case '/api/sessions':
        return lessonLimit(context, next);
      default:
        return limit(context, next);
    }
  };
}

function textOf(file: StaticFile | undefined): string | null {
  return file === undefined ? null : Buffer.from(file.bytes()).toString();
}
