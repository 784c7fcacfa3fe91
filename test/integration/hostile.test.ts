import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nudge, openLiveClass, patiently, sitDown, type LiveClass } from '../helpers/live-class.ts';
import { takeSeat } from '../helpers/http-class.ts';
import { dial, enter, type Member } from '../helpers/member.ts';
import { startServerProcess, temporaryDataDir, type ServerProcess } from '../helpers/server-process.ts';

const data = temporaryDataDir();
let server: ServerProcess;
/** Plays on beside every attack. */
let canary: LiveClass;

beforeAll(async () => {
  server = await startServerProcess({ dataDir: data.path });
  canary = await openLiveClass(server.url, 3, { closeRule: 'teacher', roundSeconds: null });
});
afterAll(async () => {
  canary.close();
  await server.kill();
  data.remove();
});

async function canaryLives(): Promise<void> {
  await canary.reach('nudge');
  const startMs = performance.now();
  const answers = await Promise.all(canary.students.map((pupil) => nudge(pupil)));
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(performance.now() - startMs).toBeLessThan(2_000);
  await canary.reach('adjust');
  for (const pupil of canary.students) expect(pupil.gone()).toBeNull();
  expect(server.output()).not.toContain('"level":"error"');
}

describe('malformed frames', () => {
  it('end a connection after three in a row (P10)', async () => {
    const pupil = await sitDown(server.url, canary.keys.code, await takeSeat(server.url, canary.keys.code));
    const answers: unknown[] = [];
    for (let i = 0; i < 3; i++)
      pupil.sendRaw('intent', { nonsense: i }, (answer: unknown) => answers.push(answer));
    await pupil.until('the end', (page) => page.socket.disconnected);
    expect(answers.slice(0, 2)).toEqual([
      { ok: false, refusal: { code: 'malformed' } },
      { ok: false, refusal: { code: 'malformed' } },
    ]);
    await canaryLives();
  });

  it.each([
    ['websocket', 5_000],
    ['websocket', 20_000],
    ['polling', 5_000],
    ['polling', 20_000],
  ] as const)(
    'that are too large close only their socket (%s, %i bytes, A15, I2)',
    async (transport, bytes) => {
      const taken = await takeSeat(server.url, canary.keys.code);
      const page = await enter({
        url: server.url,
        role: 'student',
        code: canary.keys.code,
        token: taken.token,
        transports: [transport],
      });
      page.sendRaw('intent', { seq: 1, intent: 'x'.repeat(bytes) });
      await page.until('the end', ({ socket }) => socket.disconnected);
      await canaryLives();
    },
  );
});

describe('a flood', () => {
  it.each([
    ['pings, which only a server may send', () => '2'],
    ['doors to rooms that do not exist', (index: number) => `40/room-${index},`],
    ['events of other names', (index: number) => `42["x${index}"]`],
  ])('of %s ends with its own connection (I17)', async (_, frame) => {
    const taken = await takeSeat(server.url, canary.keys.code);
    const page = await enter({
      url: server.url,
      role: 'student',
      code: canary.keys.code,
      token: taken.token,
    });
    for (let index = 0; index < 500; index += 1) wireOf(page).send(frame(index));
    await page.until('the end', ({ socket }) => socket.disconnected);
    await canaryLives();
  });
});

describe('a page of another site', () => {
  it.each([
    ['another origin', { origin: 'http://evil.example', host: undefined }],
    ['a name that was made to point here', { origin: undefined, host: 'evil.example' }],
  ])('gets no connection: %s (I18)', async (_, { origin, host }) => {
    const answer = await knock(server.port, {
      host: host ?? `127.0.0.1:${server.port}`,
      ...(origin === undefined ? {} : { origin }),
    });
    expect(answer).toMatch(/^HTTP\/1\.1 (?:400|403)/u);
  });

  it('can make nothing of what long-polling answers', async () => {
    const { headers } = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });

  it('is not mistaken for one of ours', async () => {
    const host = `127.0.0.1:${server.port}`;
    expect(await knock(server.port, { host, origin: `http://${host}` })).toMatch(/^HTTP\/1\.1 200/u);
  });
});

describe('everything a phone has ever sent', () => {
  it('sent again gets the answers it got, and changes nothing (I7)', async () => {
    const live = await openLiveClass(server.url, 2, { closeRule: 'teacher', roundSeconds: null });
    const pupil = live.students[0] ?? expect.fail('nobody is here');
    const sent: [Parameters<typeof pupil.send>[0], number][] = [];
    const answers = [];
    for (let round = 1; round <= 3; round += 1) {
      await live.reach('nudge');
      const parameter = pupil.seat().parameters[0]?.parameter ?? 0;
      for (const direction of [1, -1] as const) {
        sent.push([{ kind: 'nudge', round, parameter, direction, size: 'normal' }, sent.length + 1]);
        answers.push(await patiently(() => pupil.send(...(sent.at(-1) ?? expect.fail('nothing was sent')))));
      }
      await live.reach('adjust');
    }
    expect(answers.map(({ ok }) => ok)).toEqual(sent.map(() => true));
    const { version } = live.teacher.at();
    const again = [];
    for (const one of sent) again.push(await patiently(() => pupil.send(...one)));
    expect(again.map(({ ok }) => ok)).toEqual(sent.map(() => true));
    await live.next();
    await live.teacher.until('the next step', (page) => page.at().version > version);
    expect(live.teacher.at().version - version).toBeLessThan(sent.length);
    live.close();
  });
});

describe('a school that blocks WebSocket', () => {
  it('plays by polling all the same (T25, C8)', async () => {
    const { code, teacherToken } = canary.keys;
    const taken = await takeSeat(server.url, code);
    const page = await enter({
      url: server.url,
      role: 'student',
      code,
      token: taken.token,
      transports: ['polling'],
    });
    const teacher = await enter({
      url: server.url,
      role: 'teacher',
      code,
      token: teacherToken,
      transports: ['polling'],
    });
    await canary.reach('nudge');
    await page.until('the round', ({ view }) => view().round?.phase.kind === 'nudge');
    await teacher.until('the round', ({ view }) => view().round?.phase.kind === 'nudge');
    expect(page.gaps()).toBe(0);
    await page.until('its seat', ({ seat }) => seat().seat === taken.seat);
    const parameter = page.seat().parameters[0]?.parameter;
    if (parameter !== undefined) {
      const round = page.view().round?.id ?? 0;
      expect(await page.send({ kind: 'nudge', round, parameter, direction: 0, size: 'small' })).toMatchObject(
        { ok: true },
      );
    }
    page.close();
    teacher.close();
  });
});

describe('a projector', () => {
  it('that is loaded again and again has the whole picture at once, and no rights (C12)', async () => {
    const { code, screenToken: token } = canary.keys;
    for (let load = 0; load < 20; load++) {
      const screen = dial({ url: server.url, role: 'screen', code, token });
      const startMs = performance.now();
      await screen.until('the picture', ({ view }) => view().class.code === code);
      expect(performance.now() - startMs).toBeLessThan(1_000);
      screen.close();
    }
    expect(canary.screen.gone()).toBeNull();
  });
});

/** Below the library: straight to the transport. */
function wireOf({ socket }: Member<'student'>): { readonly send: (text: string) => void } {
  return (socket.io.engine.transport as unknown as { ws: { send: (text: string) => void } }).ws;
}

/** The first line of the answer to a handshake with these headers. */
function knock(port: number, headers: Readonly<Record<string, string>>): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      socket.destroy();
    });
    socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''));
    socket.on('error', reject);
    const lines = Object.entries({ ...headers, connection: 'close' }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    socket.write(`GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  });
}
