import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { nudge, openLiveClass } from '../helpers/live-class.ts';
import {
  runServerToItsEnd,
  startServerProcess,
  temporaryDataDir,
  type ServerProcess,
} from '../helpers/server-process.ts';

const data = temporaryDataDir();
let server: ServerProcess | null = null;
afterEach(async () => {
  await server?.kill();
  server = null;
});
afterAll(data.remove);

describe('a server that is told to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'acknowledges what it took in, tells everybody and ends with 0 in five seconds (%s, S2)',
    async (signal) => {
      server = await startServerProcess({ dataDir: data.path });
      const pets = await openLiveClass(server.url, 10, { closeRule: 'teacher' });
      await pets.reach('nudge');
      const answers = pets.students.map((pupil) => nudge(pupil));
      await answers[0];
      const ended = server.end(signal);
      const { code, ms } = await ended;
      expect(code).toBe(0);
      expect(ms).toBeLessThan(5_000);
      const told = (page: { readonly gone: () => unknown }): boolean => page.gone() === 'restarting';
      await pets.teacher.until('the reason', told);
      await pets.screen.until('the reason', told);
      for (const pupil of pets.students) await pupil.until('the reason', told);
      expect((await Promise.all(answers)).every((answer) => answer.ok)).toBe(true);
    },
  );

  it('stops as quickly with a request that never ends', async () => {
    server = await startServerProcess({ dataDir: data.path });
    const { connect } = await import('node:net');
    const slow = connect(server.port, '127.0.0.1');
    slow.on('error', () => undefined);
    slow.write('POST /api/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { code, ms } = await server.end('SIGTERM');
    expect(code).toBe(0);
    expect(ms).toBeLessThan(5_000);
    slow.destroy();
  });
});

describe('a server that cannot start', () => {
  it('says in one sentence that its port is in use, and ends with 1', async () => {
    server = await startServerProcess({ dataDir: data.path });
    const other = temporaryDataDir();
    const { code, output } = await runServerToItsEnd({ dataDir: other.path, port: server.port });
    other.remove();
    expect(code).toBe(1);
    expect(output.trim()).toBe(
      `Port ${server.port} is in use: stop what uses it, or set PORT to another one.`,
    );
  });

  it('leaves a data folder to the server that has it, and its classes undisturbed', async () => {
    server = await startServerProcess({ dataDir: data.path });
    const pets = await openLiveClass(server.url, 1, { closeRule: 'teacher' });
    const { code, output } = await runServerToItsEnd({ dataDir: data.path });
    expect(code).toBe(1);
    expect(output).toContain('Another server is running on the data folder');
    await pets.reach('nudge');
    expect(await nudge(pets.students[0] ?? expect.fail('nobody is here'))).toMatchObject({ ok: true });
    pets.close();
  });

  it.each([
    ['PORT', '70000'],
    ['PUBLIC_URL', 'not a url'],
    ['TEACHER_KEY', 'short'],
    ['LOG_LEVEL', 'loud'],
    ['RETENTION_DAYS', '0'],
  ])('says in one sentence what is wrong with %s, and ends with 1', async (variable, value) => {
    const { code, output } = await runServerToItsEnd({ dataDir: data.path, env: { [variable]: value } });
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toContain(variable);
  });

  it('takes the folder of a server that was killed', async () => {
    server = await startServerProcess({ dataDir: data.path });
    await server.kill();
    server = await startServerProcess({ dataDir: data.path });
    expect(await fetch(`${server.url}/healthz`).then((answer) => answer.json())).toEqual({ ok: true });
  });
});

describe('what a start prints', () => {
  it("shows the teacher's link with a key it made, and never one that the operator chose", async () => {
    const fresh = temporaryDataDir();
    server = await startServerProcess({ dataDir: fresh.path, env: { TEACHER_KEY: '' } });
    const link = new RegExp(`http://localhost:${server.port}/teach#key=[A-Za-z0-9_-]{43}`, 'u');
    await expect.poll(server.output).toMatch(link);
    await server.end('SIGTERM');
    server = await startServerProcess({ dataDir: fresh.path });
    await expect.poll(server.output).toContain('/teach');
    expect(server.output()).not.toContain('a-key-for-tests-only');
    fresh.remove();
  });
});
