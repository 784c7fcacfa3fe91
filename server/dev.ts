import { readFile } from 'node:fs/promises';
import type { RequestListener, Server } from 'node:http';
import { createServer as createVite } from 'vite';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { startServer } from './server.ts';

/** `npm run dev`: the server from its sources with Vite before it, in one process on one port. */
const reading = readConfig(process.env);
if (!reading.ok) throw new Error(reading.problems.map(({ sentence }) => sentence).join('\n'));

const { port, teacherKey } = await startServer({
  config: reading.config,
  log: createLog(reading.config.logLevel),
  clientFolder: null,
  around: withVite,
});
process.stdout.write(`http://localhost:${port}/teach#key=${teacherKey.key}\n`);

async function withVite(own: RequestListener, http: Server): Promise<RequestListener> {
  const vite = await createVite({
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: http } },
  });
  return async (request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const page = pageOf(path);
    if (path.startsWith('/api/') || path === '/healthz' || path === '/metrics') own(request, response);
    else if (page === null) vite.middlewares(request, response, () => own(request, response));
    else response.setHeader('Content-Type', 'text/html; charset=utf-8').end(await read(page));
  };

  /** What a page names relative to itself lies beside it, whatever address the page is shown at. */
  async function read(page: string): Promise<string> {
    const html = await readFile(new URL(`../client/${page}`, import.meta.url), 'utf8');
    return vite.transformIndexHtml(`/${page}`, html.replaceAll('="./', '="/'));
  }
}

/** The same addresses as `server/http/pages.ts` serves. */
function pageOf(path: string): string | null {
  if (/^\/teach(?:\/[^/]+)?$/u.test(path)) return 'teach.html';
  if (/^\/screen\/[^/]+$/u.test(path)) return 'screen.html';
  if (path === '/recordings') return 'recordings.html';
  if (/^\/replay(?:\/[^/]+)?$/u.test(path)) return 'replay.html';
  if (/^\/report\/[^/]+$/u.test(path)) return 'report.html';
  return /^\/[^/.]*$/u.test(path) ? 'index.html' : null;
}
