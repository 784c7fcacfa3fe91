import { Hono, type Context } from 'hono';
import * as v from 'valibot';
import { recordingIdSchema } from '../../shared/wire/recordings.ts';
import { parseCode } from '../auth/code.ts';
import type { StaticFile, StaticFiles } from './static-files.ts';

/** The pages, one small one per role, and what they are made of. Looking at any of them takes no place in a class. */
export function pages(files: StaticFiles): Hono {
  const page = (name: string) => (context: Context) => {
    const { code, id } = context.req.param();
    const file = files.get(name);
    const mayBe =
      (code === undefined || parseCode(code) !== null) && (id === undefined || v.is(recordingIdSchema, id));
    return file !== undefined && mayBe ? sendFile(context, file) : notFound(context);
  };
  /** Without script: whoever mistypes the address reads it at once, in both languages. */
  const notFound = (context: Context) => {
    const file = files.get('/not-found.html');
    context.status(404);
    return file === undefined ? context.text('404') : sendFile(context, file);
  };
  const app = new Hono();
  app.get('/', page('/index.html'));
  app.get('/teach', page('/teach.html'));
  app.get('/teach/:code', page('/teach.html'));
  app.get('/screen/:code', page('/screen.html'));
  app.get('/recordings', page('/recordings.html'));
  app.get('/replay', page('/replay.html'));
  app.get('/replay/:id', page('/replay.html'));
  app.get('/report/:id', page('/report.html'));
  app.get('*', async (context, next) => {
    const file = files.get(context.req.path);
    return file === undefined || file.type.startsWith('text/html') ? next() : sendFile(context, file);
  });
  app.get('/:code', page('/index.html'));
  app.get('*', notFound);
  return app;
}

function sendFile(context: Context, file: StaticFile): Response {
  const takesGzip = /\bgzip\b/iu.test(context.req.header('accept-encoding') ?? '');
  const gzipped = takesGzip ? file.gzipped() : null;
  context.header('Content-Type', file.type);
  context.header('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-store');
  context.header('Vary', 'Accept-Encoding');
  if (gzipped === null) return context.body(file.bytes());
  context.header('Content-Encoding', 'gzip');
  return context.body(gzipped);
}
