import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordingCardSchema } from '../../shared/wire/recordings.ts';
import type { SessionKeys } from '../../shared/wire/http.ts';
import * as v from 'valibot';
import { post, takeSeat } from '../helpers/http-class.ts';
import { nudgeAll, openLiveClass, sitDown } from '../helpers/live-class.ts';
import { enter, type Member } from '../helpers/member.ts';
import { contentOf } from '../helpers/recordings.ts';
import {
  startServerProcess,
  temporaryDataDir,
  TEST_KEY,
  type ServerProcess,
} from '../helpers/server-process.ts';

const headers = { authorization: `Bearer ${TEST_KEY}` };

const data = temporaryDataDir();
let server: ServerProcess;
beforeAll(async () => {
  server = await startServerProcess({ dataDir: data.path });
});
afterAll(async () => {
  await server.kill();
  data.remove();
});

async function download(id: string): Promise<Uint8Array> {
  const answer = await fetch(`${server.url}/api/recordings/${id}`, { headers });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

async function bringIn(file: Uint8Array): Promise<string> {
  const body = new Blob([new Uint8Array(file)]);
  const answer = await fetch(`${server.url}/api/recordings`, { method: 'POST', headers, body });
  return v.parse(recordingCardSchema, await answer.json()).id;
}

/** Plays three rounds of the probing stage with four students, and ends. */
async function playAndEnd(): Promise<string> {
  const live = await openLiveClass(server.url, 4, { closeRule: 'teacher', roundSeconds: null });
  await live.enterStage(2);
  for (let round = 0; round < 3; round += 1) {
    await live.reach('nudge');
    for (const pupil of live.students) await nudgeAll(pupil, round % 2 === 0 ? 1 : -1);
    await live.reach('adjust');
  }
  await live.teacher.send({ kind: 'end-session' });
  await live.teacher.until('the end', (page) => page.view().class.activity === 'ended');
  live.close();
  return live.keys.session;
}

const press = (teacher: Member<'teacher'>) => teacher.send({ kind: 'next', expected: teacher.view().serial });

describe.each(['its own recording', 'a recording that was brought in'])(
  'a class that goes on from %s (R11)',
  (from) => {
    it('starts where that round left the network, and is played on through sockets', async () => {
      const played = await playAndEnd();
      const { timeline, lines, header: before } = contentOf(await download(played));
      const id = from === 'its own recording' ? played : await bringIn(await download(played));
      const second = timeline.filter(({ kind }) => kind === 'step')[1] ?? expect.fail('no second round');
      const step = lines.find(({ version }) => version === second.version);
      const { event } = JSON.parse(step?.json ?? '') as { event: { parameters: readonly number[] } };

      const keys = await post<SessionKeys>(`${server.url}/api/recordings/${id}/continue`, {
        version: second.version,
      });
      expect(keys.session).not.toBe(played);
      const { url } = server;
      const teacher = await enter({ url, role: 'teacher', code: keys.code, token: keys.teacherToken });
      const screen = await enter({ url, role: 'screen', code: keys.code, token: keys.screenToken });
      const pupils = await Promise.all(
        [1, 2].map(async () => sitDown(url, keys.code, await takeSeat(url, keys.code))),
      );
      expect(teacher.view().class.activity).toBe('lobby');
      await press(teacher);
      await teacher.until('the stage', (page) => page.view().stage?.index === 2);
      expect(teacher.view().network.parameters).toEqual(event.parameters);
      await screen.until('the same network', (page) => page.view().stage?.kind === 'probe');

      for (const phase of ['predict', 'compare', 'nudge']) {
        while (teacher.view().round?.phase.kind !== phase) {
          const { serial } = teacher.view();
          await press(teacher);
          await teacher.until('the next step', (page) => page.view().serial > serial);
        }
      }
      for (const pupil of pupils) {
        await pupil.until('its turn', (page) => page.view().round?.phase.kind === 'nudge');
        await nudgeAll(pupil, 1);
      }
      await press(teacher);
      await teacher.until('the step', (page) => page.view().round?.phase.kind === 'adjust');
      await teacher.send({ kind: 'end-session' });
      await teacher.until('the end', (page) => page.view().class.activity === 'ended');
      for (const page of [teacher, screen, ...pupils]) page.close();

      const after = contentOf(await download(keys.session));
      expect(after.header.origin).toEqual({
        recording: before.session,
        version: second.version,
        round: second.round,
      });
      expect(after.timeline[0]).toMatchObject({ kind: 'start', stage: 2, figures: second.figures });
      expect(after.timeline[1]).toMatchObject({ kind: 'step', round: 1 });
      expect(after.seal).not.toBeNull();
    });
  },
);

it('there is nothing to go on from before the first stage, or beyond the end (R11)', async () => {
  const id = await playAndEnd();
  for (const version of [1, 2, 1_000_000]) {
    const answer = await fetch(`${server.url}/api/recordings/${id}/continue`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ version }),
    });
    expect([answer.status, await answer.json()]).toEqual([409, { error: 'nothing-to-continue' }]);
  }
});
