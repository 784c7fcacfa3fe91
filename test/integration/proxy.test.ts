import { createServer, type IncomingHttpHeaders } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../scripts/lib/free-port.ts';
import { openClass, takeSeat } from '../helpers/http-class.ts';
import { nudge, type Pupil } from '../helpers/live-class.ts';
import { enter, type Member } from '../helpers/member.ts';
import { isProxyInstalled, startProxy, type ProxyProcess } from '../helpers/proxy-process.ts';
import { startTwoServers, type TwoServers } from '../helpers/two-servers.ts';

const WEBSOCKETS = 6;
const POLLING = 6;
const COOKIE = 'descenso-server';
/** The longest recording that may be brought in. */
const LONG_BODY = new Uint8Array(16 * 1_024 * 1_024);
const PASSED_ON_MS = 2_000;

if (!isProxyInstalled) console.warn('Skipped, for want of caddy: whatever goes through the proxy.');

describe.skipIf(!isProxyInstalled)('the door before several servers', () => {
  let heard: { readonly headers: IncomingHttpHeaders; readonly bytes: number };
  const echo = createServer((request, response) => {
    let bytes = 0;
    request.on('data', (chunk: Buffer) => (bytes += chunk.length));
    request.on('end', () => {
      if (request.url !== '/healthz') heard = { headers: request.headers, bytes };
      response.end('heard');
    });
  });
  let door: ProxyProcess;

  beforeAll(async () => {
    const [port, behind] = await Promise.all([freePort(), freePort()]);
    await new Promise<void>((resolve) => echo.listen(behind, '127.0.0.1', resolve));
    door = await startProxy(port, [behind]);
  });
  afterAll(async () => {
    await door.close();
    echo.closeAllConnections();
    echo.close();
  });

  it('says itself who comes and by what address, whatever they claim', async () => {
    const claims = {
      'x-forwarded-for': '203.0.113.7',
      'x-forwarded-host': 'elsewhere.example',
      'x-forwarded-proto': 'https',
    };
    await fetch(`${door.url}/api/health`, { headers: claims });
    const { host } = new URL(door.url);
    expect(heard.headers).toMatchObject({
      host,
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-host': host,
      'x-forwarded-proto': 'http',
    });
  });

  it('lets the longest recording through that may be brought in', async () => {
    const answer = await fetch(`${door.url}/api/recordings`, { method: 'POST', body: LONG_BODY });
    expect(await answer.text()).toBe('heard');
    expect(heard.bytes).toBe(LONG_BODY.byteLength);
  });
});

describe.skipIf(!isProxyInstalled)('a class behind one address and on two servers', () => {
  let both: TwoServers;
  let teacher: Member<'teacher'>;
  let screen: Member<'screen'>;
  let students: readonly Pupil[];
  let code: string;

  const sit = async (transports: readonly ('websocket' | 'polling')[]): Promise<Pupil> => {
    const taken = await takeSeat(both.url, code);
    const page = await enter({ url: both.url, role: 'student', code, token: taken.token, transports });
    await page.until('its own seat', ({ seat }) => seat().seat === taken.seat);
    return { ...page, taken };
  };
  const sitMany = (count: number, transport: 'websocket' | 'polling'): Promise<readonly Pupil[]> =>
    Promise.all(Array.from({ length: count }, () => sit([transport])));
  const next = async (): Promise<void> => {
    const { serial } = teacher.view();
    const answer = await teacher.send({ kind: 'next', expected: serial });
    expect(answer.ok).toBe(true);
    await teacher.until('the next step', ({ view }) => view().serial > serial);
  };
  const reach = async (phase: string): Promise<void> => {
    while (teacher.view().round?.phase.kind !== phase) await next();
    for (const page of [screen, ...students])
      await page.until(phase, ({ view }) => view().round?.phase.kind === phase);
  };

  beforeAll(async () => {
    both = await startTwoServers();
    const keys = await openClass(both.url, { closeRule: 'teacher', roundSeconds: 120 });
    ({ code } = keys);
    teacher = await enter({ url: both.url, role: 'teacher', code, token: keys.teacherToken });
    screen = await enter({
      url: both.url,
      role: 'screen',
      code,
      token: keys.screenToken,
      transports: ['polling'],
    });
    students = [...(await sitMany(WEBSOCKETS, 'websocket')), ...(await sitMany(POLLING, 'polling'))];
    await teacher.send({ kind: 'enter-stage', expected: teacher.view().serial, stage: 2 });
    await reach('nudge');
  });
  afterAll(async () => {
    // Servers end even where people never came in.
    await both.close();
    for (const page of [teacher, screen, ...students]) page.close();
  });

  it('is spread over both', async () => {
    const held = await Promise.all(both.servers.map((server) => both.held(server, 'student')));
    expect(held.reduce((sum, count) => sum + count)).toBe(WEBSOCKETS + POLLING);
    expect(Math.min(...held)).toBeGreaterThan(0);
  });

  it('sees the same numbers everywhere, bit for bit, over WebSocket and by polling', async () => {
    const answers = await Promise.all(students.map((pupil, index) => nudge(pupil, index % 2 === 0 ? 1 : -1)));
    expect(answers.map(({ ok }) => ok)).toEqual(students.map(() => true));
    await reach('adjust');
    const { parameters } = teacher.view().network;
    for (const page of [screen, ...students]) {
      expect(page.view().network.parameters).toEqual(parameters);
      expect(page.gaps()).toBe(0);
      expect(page.gone()).toBeNull();
    }
    const ways = students.map(({ socket }) => socket.io.engine.transport.name);
    expect(ways).toEqual([...Array(WEBSOCKETS).fill('websocket'), ...Array(POLLING).fill('polling')]);
  });

  it('is found at once by whoever belonged to a server that is gone, and is sent to the other for good', async () => {
    const [first, second] = await homes(both.url);
    const [, gone] = both.servers;
    await gone.kill();
    const startMs = performance.now();
    const answers = await Promise.all([first, second].map((home) => visit(both.url, home)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(performance.now() - startMs).toBeLessThan(PASSED_ON_MS);
    expect(answers.map(({ home }) => home).filter((home) => home !== null)).toHaveLength(1);
  });
});

/** Asks for a page as somebody who belongs to a server; says where they are sent from now on, or null where they stay. */
async function visit(
  url: string,
  home: string | null,
): Promise<{ readonly status: number; readonly home: string | null }> {
  const headers = home === null ? {} : { cookie: `${COOKIE}=${home}` };
  const answer = await fetch(url, { headers });
  await answer.arrayBuffer();
  // Of several for one name the last one counts.
  const set = answer.headers.getSetCookie().findLast((cookie) => cookie.startsWith(`${COOKIE}=`));
  return { status: answer.status, home: set?.split(';')[0]?.slice(COOKIE.length + 1) ?? null };
}

/** The cookies of both servers: whoever brings none is sent to either. */
async function homes(url: string): Promise<readonly [string, string]> {
  const found = new Set<string>();
  while (found.size < 2) {
    const { home } = await visit(url, null);
    if (home !== null) found.add(home);
  }
  const [first = '', second = ''] = found;
  return [first, second];
}
