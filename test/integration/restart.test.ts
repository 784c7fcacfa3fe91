import { afterEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../server/journal/sqlite.ts';
import { readEvent } from '../../server/room/stored-event.ts';
import { sessionId } from '../../shared/session/ids.ts';
import { enter } from '../helpers/member.ts';
import { comeBack, nudge, openLiveClass } from '../helpers/live-class.ts';
import { startServerProcess, temporaryDataDir, type ServerProcess } from '../helpers/server-process.ts';

const data = temporaryDataDir();
let server: ServerProcess | null = null;
afterEach(async () => {
  await server?.kill();
  server = null;
  data.remove();
});

describe('a class whose server dies in the middle of a round', () => {
  it('goes on where it was: parameters, time, seats, and every acknowledged nudge once (T19, S1)', async () => {
    server = await startServerProcess({ dataDir: data.path });
    const { port } = server;
    const pets = await openLiveClass(server.url, 30, { closeRule: 'teacher', roundSeconds: 60 });
    await pets.enterStage(2);
    await pets.reach('nudge');
    await Promise.all(pets.students.map((pupil) => nudge(pupil, 1)));
    await pets.reach('adjust');
    await pets.reach('nudge');
    await pets.teacher.until('a clock', (page) => page.clock().kind === 'running');

    // Everybody nudges while the server is killed: some are acknowledged, some are not.
    const acknowledged = new Map<string, number>();
    const sending = pets.students.map(async (pupil, index) => {
      for (let seq = 100; seq < 104; seq++) {
        const answer = await nudge(pupil, seq % 2 === 0 ? 1 : -1, seq);
        if (answer.ok) acknowledged.set(`${pupil.taken.seat}:${seq}`, index);
        else throw new Error(`refused: ${answer.refusal.code}`);
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 25));
    const before = pets.teacher.view();
    await server.kill();
    void Promise.allSettled(sending);

    server = await startServerProcess({ dataDir: data.path, port });
    const { keys, url } = pets;
    const teacher = await enter({ url, role: 'teacher', code: keys.code, token: keys.teacherToken });
    const after = teacher.view();
    expect(after.network.parameters.map(bits)).toEqual(before.network.parameters.map(bits));
    expect(after.round).toEqual(before.round);
    expect(after.class.seats).toBe(30);
    expect(after.table.map((row) => row.name)).toEqual(before.table.map((row) => row.name));
    const clock = teacher.clock();
    expect(clock.kind === 'running' && clock.remainingMs > 50_000 && clock.remainingMs <= 60_000).toBe(true);

    // They resume with what they know, and send what was not answered again, under the numbers it had.
    const back = await Promise.all(pets.students.map((pupil) => comeBack(pupil, url, keys.code)));
    for (const pupil of back) expect(pupil.seat().seat).toBe(pupil.taken.seat);
    const again = back.flatMap((pupil) =>
      [100, 101, 102, 103]
        .filter((seq) => !acknowledged.has(`${pupil.taken.seat}:${seq}`))
        .map((seq) => nudge(pupil, seq % 2 === 0 ? 1 : -1, seq)),
    );
    expect((await Promise.all(again)).every((answer) => answer.ok)).toBe(true);
    await teacher.until('all thirty back', (page) => page.view().class.present === 30);
    await teacher.send({ kind: 'next', expected: teacher.view().serial });
    await teacher.until('the step', (page) => page.view().round?.phase.kind === 'adjust');
    for (const pupil of back) pupil.close();
    await server.end('SIGTERM');

    const seqs = await nudgesInTheJournal(keys.session);
    const once = back.flatMap(({ taken }) => [100, 101, 102, 103].map((seq) => `${taken.seat}:${seq}`));
    expect(seqs.filter((key) => Number(key.split(':')[1]) >= 100).sort()).toEqual(once.sort());
  });
});

/** A double as its bits, so that nothing but the same number is the same. */
function bits(value: number): string {
  return Buffer.from(Float64Array.of(value).buffer).toString('hex');
}

/** Whose nudges the journal has, and under which number: `seat:seq`. */
async function nudgesInTheJournal(session: string): Promise<readonly string[]> {
  const store = await openSqliteStore({ directory: data.path });
  const kept = await store.journal.read(sessionId(session), 1);
  await store.journal.close();
  return kept.flatMap(({ json }) => {
    const event = readEvent(json);
    return event.type === 'nudged' && event.intent !== null ? [`${event.seat}:${event.intent.seq}`] : [];
  });
}
