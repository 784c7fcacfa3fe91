import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listStaticFiles } from '../../../server/http/static-files.ts';
import { openDoor, type Door } from './http-door.ts';

let door: Door;
beforeAll(async () => {
  door = await openDoor();
});
afterAll(() => door.close());

describe('the pages', () => {
  it.each([
    ['/', 'index'],
    ['/K7Q-M2X', 'index'],
    ['/k7qm2x', 'index'],
    ['/teach', 'teach'],
    ['/teach/K7QM2X', 'teach'],
    ['/screen/K7Q-M2X', 'screen'],
    ['/recordings', 'recordings'],
    ['/replay', 'replay'],
    ['/replay/q7Xw2VZk9nT4bL0aRyU1dQ', 'replay'],
    ['/report/q7Xw2VZk9nT4bL0aRyU1dQ', 'report'],
    ['/replay/q7Xw2VZk9nT4bL0aRyU1dQ?at=87&as=screen', 'replay'],
  ])('at %s is %s, never kept by the browser', async (path, page) => {
    const { status, text, headers } = await door.ask('GET', path);
    expect([status, text]).toEqual([200, `<!doctype html><title>${page}</title>`]);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each([
    '/nonsense',
    '/K7QM2',
    '/teach/nope',
    '/screen',
    '/replay/a/b',
    '/player.html',
    '/screen/..%2f',
    '/report',
    '/report/K7QM2X',
    '/replay/..%2f..%2fdescenso.sqlite',
    '/recordings/q7Xw2VZk9nT4bL0aRyU1dQ',
    '/index.html',
    '/teach.html',
    '/assets/',
    '/assets/none.js',
    '/%2e%2e/descenso.sqlite',
    '/assets/..%2f..%2fdescenso.sqlite',
    '/a/b/c',
    '/%00',
  ])('at %s is a friendly 404 in both languages', async (path) => {
    const { status, text } = await door.ask('GET', path);
    expect(status).toBe(404);
    expect(text).toContain('Aquí no hay nada');
    expect(text).toContain('There is nothing here');
  });

  it('looked at by a scanner take no place in the class (A16)', async () => {
    expect((await door.ask('HEAD', '/K7Q-M2X')).status).toBe(200);
    expect((await door.ask('POST', '/K7Q-M2X')).status).toBe(404);
  });
});

describe('files', () => {
  it('named by their content are kept for a year and travel small', async () => {
    const plain = await door.ask('GET', '/assets/join-4f1c.js');
    expect(plain.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'Accept-Encoding',
    });
    const small = await door.ask('GET', '/assets/join-4f1c.js', {
      headers: { 'accept-encoding': 'br, gzip' },
    });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(small.bytes.length).toBeLessThan(plain.bytes.length / 10);
    expect(gunzipSync(small.bytes).equals(plain.bytes)).toBe(true);
  });

  it('of the builds of the last day are there for pages that are still open (C10)', async () => {
    const { status, text, headers } = await door.ask('GET', '/assets/join-0ld1.js');
    expect([status, text]).toEqual([200, 'console.log("yesterday");']);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    // What both have is that of the newer one.
    expect((await door.ask('GET', '/assets/join-4f1c.js')).text).toMatch(/^console\.log\("x/u);
  });

  it('that are small already travel as they are, with their type', async () => {
    const font = await door.ask('GET', '/assets/font-9a.woff2', { headers: { 'accept-encoding': 'gzip' } });
    expect(font.headers['content-type']).toBe('font/woff2');
    expect(font.headers['content-encoding']).toBeUndefined();
    expect([...font.bytes]).toEqual([1, 2, 3]);
    expect((await door.ask('GET', '/icon.svg')).headers['cache-control']).toBe('no-store');
  });

  it('that were not built stop the start with what to do', () => {
    expect(() => listStaticFiles('/no/such/folder')).toThrow(/npm run build/u);
  });
});

describe('every answer', () => {
  const paths = [
    '/',
    '/K7QM2X',
    '/teach',
    '/teach/K7QM2X',
    '/screen/K7QM2X',
    '/recordings',
    '/replay',
    '/replay/q7Xw2VZk9nT4bL0aRyU1dQ',
    '/report/q7Xw2VZk9nT4bL0aRyU1dQ',
    '/icon.svg',
    '/assets/join-4f1c.js',
    '/api/codes/K7QM2X',
    '/api/sessions',
    '/api/recordings/q7Xw2VZk9nT4bL0aRyU1dQ',
    '/metrics',
    '/nonsense',
    '/healthz',
    '/api/pseudonym?language=es',
    '/api/nothing',
  ];

  it.each(paths)('such as that of %s carries the headers that keep other sites out', async (path) => {
    const { headers } = await door.ask('GET', path, { headers: { host: '192.168.1.20:3000' } });
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; " +
        "img-src 'self' data:; connect-src 'self' ws://192.168.1.20:3000; base-uri 'none'; frame-ancestors 'none'; " +
        "form-action 'self'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html descenso-worker",
    );
    expect(headers).toMatchObject({
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('behind https asks the browser to stay there', async () => {
    const secure = await openDoor({ publicUrl: new URL('https://descenso.example.org') });
    const { headers } = await secure.ask('GET', '/', { headers: { host: 'descenso.example.org' } });
    expect(headers['strict-transport-security']).toBe('max-age=15552000');
    expect(headers['content-security-policy']).toContain('wss://descenso.example.org;');
    const inside = await secure.ask('GET', '/', { headers: { host: '10.0.0.4:3000' } });
    expect(inside.headers['strict-transport-security']).toBeUndefined();
    await secure.close();
  });

  it('to another site’s page, or under another’s name, is 403 and nothing else (I18)', async () => {
    for (const headers of [{ host: 'evil.example' }, { origin: 'http://evil.example' }]) {
      for (const path of ['/', '/healthz', '/api/sessions', '/assets/join-4f1c.js']) {
        const { status, text } = await door.ask('GET', path, { headers });
        expect([status, text]).toEqual([403, '{"error":"wrong-host"}']);
      }
    }
  });

  it('says that the server is well', async () => {
    const { status, text } = await door.ask('GET', '/healthz');
    expect([status, text]).toEqual([200, '{"ok":true}']);
  });
});
