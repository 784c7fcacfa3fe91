import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comeBack, nudge, openLiveClass } from '../helpers/live-class.ts';
import { startServerProcess, temporaryDataDir, type ServerProcess } from '../helpers/server-process.ts';

const data = temporaryDataDir();
let server: ServerProcess;

beforeAll(async () => {
  server = await startServerProcess({ dataDir: data.path });
});
afterAll(async () => {
  await server.kill();
  data.remove();
});

describe('a crowd', () => {
  it('of a hundred joins, loses its access point and is back in five seconds, each in its seat (T20)', async () => {
    const live = await openLiveClass(server.url, 100, { closeRule: 'teacher', roundSeconds: null });
    const seats = live.students.map(({ taken }) => taken.seat);
    expect(new Set(seats).size).toBe(100);
    const names = live.teacher.view().table.map(({ name }) => name);
    expect(new Set(names).size).toBe(100);
    await live.reach('nudge');

    for (const pupil of live.students) pupil.close();
    await live.teacher.until('everybody gone', (page) => page.view().class.present === 0);
    const startMs = performance.now();
    const back = await Promise.all(live.students.map((pupil) => comeBack(pupil, live.url, live.keys.code)));
    await live.teacher.until('everybody back', (page) => page.view().class.present === 100);
    expect(performance.now() - startMs).toBeLessThan(5_000);
    expect(back.map((pupil) => pupil.seat().seat)).toEqual(seats);

    const answers = await Promise.all(back.map((pupil) => nudge(pupil)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    await live.next();
    for (const pupil of back) {
      await pupil.until('the step', (page) => page.view().round?.phase.kind === 'adjust');
      expect(pupil.gaps()).toBe(0);
    }
    live.close();
    for (const pupil of back) pupil.close();
  });
});

describe('a server that stands still', () => {
  it('for three seconds keeps everybody connected and gives the time back (S10)', async () => {
    const live = await openLiveClass(server.url, 10, { closeRule: 'teacher', roundSeconds: 30 });
    await live.enterStage(1);
    await live.reach('nudge');
    await live.teacher.until('a clock', (page) => page.clock().kind === 'running');
    const clock = live.teacher.clock();
    const before = clock.kind === 'running' ? clock.remainingMs : 0;
    server.signal('SIGSTOP');
    await pause(3_000);
    server.signal('SIGCONT');
    const ticks = live.teacher.heard.length;
    await live.teacher.until(
      'the time',
      (page) => page.heard.length > ticks && page.clock().kind === 'running',
    );
    const after = live.teacher.clock();
    expect(after.kind === 'running' && after.remainingMs).toBeGreaterThan(before - 2_800);
    for (const pupil of live.students) expect(pupil.socket.connected).toBe(true);

    server.signal('SIGSTOP');
    await pause(5_500);
    server.signal('SIGCONT');
    await live.teacher.until('the reason', (page) => page.view().pause.includes('server-slept'));
    for (const pupil of live.students) {
      await pupil.until('the reason', (page) => page.view().pause.includes('server-slept'));
      expect(pupil.socket.connected).toBe(true);
    }
    await live.next();
    await live.teacher.until('the class going on', (page) => page.clock().kind === 'running');
    live.close();
  });
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
