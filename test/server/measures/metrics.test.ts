import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMetricsServer } from '../../../server/http/metrics-server.ts';
import { createLog } from '../../../server/log.ts';
import { startServer, type RunningServer } from '../../../server/server.ts';
import { REFUSAL_CODES } from '../../../shared/session/refusals.ts';
import { healthSchema } from '../../../shared/wire/health.ts';
import * as v from 'valibot';
import { plainConfig } from '../../helpers/plain-config.ts';
import { TEST_KEY } from '../../helpers/server-process.ts';
import { nudge, openLiveClass, type LiveClass } from '../../helpers/live-class.ts';
import { temporaryFolder } from '../journal/temporary-store.ts';

const folder = temporaryFolder();
let server: RunningServer;
let room: LiveClass;
let url: string;

/** A class that has opened a round, nudged, and been refused something. */
beforeAll(async () => {
  server = await startServer({
    config: plainConfig(folder.path),
    log: createLog('silent'),
    clientFolder: null,
  });
  url = `http://127.0.0.1:${server.port}`;
  room = await openLiveClass(url, 3, { closeRule: 'teacher', roundSeconds: null });
  await room.reach('nudge');
  for (const pupil of room.students) await nudge(pupil);
  await room.screen.send({ kind: 'next', expected: 0 });
});
afterAll(async () => {
  room.close();
  await server.stop();
  folder.remove();
});

const ask = (path: string, key?: string): Promise<Response> =>
  fetch(`${url}${path}`, key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } });
const page = async (): Promise<string> => (await ask('/metrics', TEST_KEY)).text();

/** The value of a measure with exactly these labels, as they stand on the page. */
function valueOf(text: string, series: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${series} `));
  return Number(line?.split(' ').at(-1) ?? Number.NaN);
}

describe('the page for Prometheus', () => {
  it('is for whoever has the teacher key: not for strangers, students, projectors or a class’s teacher', async () => {
    const { teacherToken, screenToken } = room.keys;
    for (const secret of [undefined, teacherToken, screenToken, room.students[0]?.taken.token]) {
      const answer = await ask('/metrics', secret);
      expect(answer.status).toBe(401);
      expect(await answer.text()).toBe('{"error":"wrong-key"}');
    }
    const answer = await ask('/metrics', TEST_KEY);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/u);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('counts what this class has done', async () => {
    const text = await page();
    expect(valueOf(text, 'descenso_open_classes')).toBe(1);
    expect(valueOf(text, 'descenso_connections{role="student"}')).toBe(3);
    expect(valueOf(text, 'descenso_connections{role="teacher"}')).toBe(1);
    expect(valueOf(text, 'descenso_intents_total{outcome="not-allowed"}')).toBe(1);
    const done = valueOf(text, 'descenso_intents_total{outcome="done"}');
    expect(done).toBeGreaterThan(3);
    expect(valueOf(text, 'descenso_answer_seconds_count')).toBe(done + 1);
    expect(valueOf(text, 'descenso_append_seconds_count')).toBeGreaterThan(3);
    expect(valueOf(text, 'descenso_sent_packets_total{role="student"}')).toBeGreaterThan(6);
    expect(valueOf(text, 'descenso_sent_bytes_total{role="student"}')).toBeGreaterThan(3_000);
    expect(valueOf(text, 'descenso_event_loop_delay_p99_seconds')).toBeGreaterThanOrEqual(0);
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e7);
    expect(valueOf(text, 'process_cpu_seconds_total')).toBeGreaterThan(0);
    for (const name of ['stalls', 'slow_clients_dropped', 'store_troubles'])
      expect(valueOf(text, `descenso_${name}_total`)).toBe(0);
  });

  it('says nothing of who is in which class', async () => {
    const text = await page();
    const { session, code, teacherToken, screenToken } = room.keys;
    const names = room.students.map((pupil) => pupil.seat().name);
    const tokens = room.students.map(({ taken }) => taken.token);
    const instances = room.students.map(({ instance }) => instance);
    for (const secret of [
      session,
      code,
      teacherToken,
      screenToken,
      TEST_KEY,
      ...names,
      ...tokens,
      ...instances,
    ])
      expect(text).not.toContain(secret);
  });

  it('has labels from short lists alone, however many classes and students there are', async () => {
    const roles = ['student', 'screen', 'teacher'];
    const allowed: Readonly<Record<string, readonly string[]>> = {
      role: roles,
      outcome: ['done', ...REFUSAL_CODES],
      reason: ['unknown-token'],
    };
    const labels = [...(await page()).matchAll(/(\w+)="([^"]*)"/gu)];
    for (const [, name = '', value = ''] of labels) {
      if (name === 'le') expect(value).toMatch(/^(\d+(\.\d+)?|\+Inf)$/u);
      else expect(allowed[name]).toContain(value);
    }
    expect(labels.length).toBeGreaterThan(20);
  });

  it('counts who comes back and who leaves', async () => {
    const [pupil] = room.students;
    if (pupil === undefined) throw new Error('a class of three has a first student');
    const known = pupil.at();
    pupil.close();
    await room.teacher.until('one has left', (teacher) => teacher.view().class.present === 2);
    expect(valueOf(await page(), 'descenso_connections{role="student"}')).toBe(2);
    pupil.socket.auth = { ...(pupil.socket.auth as object), known }; // the handshake that the test page made
    pupil.socket.connect();
    await room.teacher.until('it is back', (teacher) => teacher.view().class.present === 3);
    const text = await page();
    expect(valueOf(text, 'descenso_connections{role="student"}')).toBe(3);
    expect(valueOf(text, 'descenso_reconnects_total{role="student"}')).toBe(1);
  });

  it('may have a door of its own, behind which there is nothing else', async () => {
    const door = await openMetricsServer({ host: '127.0.0.1', port: 0 }, async () => ({
      contentType: 'text/plain',
      text: 'up 1',
    }));
    const address = door.address();
    const port = typeof address === 'object' ? address?.port : null;
    expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toBe('up 1');
    expect((await fetch(`http://127.0.0.1:${port}/api/sessions`)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: 'POST' })).status).toBe(404);
    door.closeAllConnections();
    await new Promise((closed) => door.close(closed));
  });
});

describe('how the server fares', () => {
  it('is told to consoles, and to whoever has the key', async () => {
    for (const secret of [undefined, room.keys.screenToken])
      expect((await ask('/api/health', secret)).status).toBe(401);
    for (const secret of [room.keys.teacherToken, TEST_KEY]) {
      const reading = v.parse(healthSchema, await (await ask('/api/health', secret)).json());
      expect(reading.figures.connections).toBe(5);
      expect(reading.figures.answerMs).toBeGreaterThan(0);
      expect(reading.figures.saving).toBe(false);
    }
  });
});
