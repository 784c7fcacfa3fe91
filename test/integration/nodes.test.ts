import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import { splitBrain } from '../faults/split-brain.ts';
import { comeBack, nudge } from '../helpers/live-class.ts';
import { enter } from '../helpers/member.ts';
import { nudgeId, nudgeUntilAnswered, openNodesClass, type NodesClass } from '../helpers/nodes-class.ts';
import { TEST_KEY } from '../helpers/server-process.ts';

const STUDENTS = 6;
/** The goals are two seconds after a kill and 0.3 s after a farewell; test machines are busy, so this much longer. */
const PATIENCE = 4;
/** Longer than a class's patience with its disk. */
const REDIS_AWAY_MS = 3_000;

/** One class through everything that happens to it, in this order. */
describe('a class on two servers that share a Redis', () => {
  let pair: NodesClass;

  beforeAll(async () => {
    pair = await openNodesClass({ students: STUDENTS });
  });
  afterAll(() => pair.dispose());

  async function expectEachOnce(ids: readonly string[]): Promise<void> {
    const recorded = await pair.recorded();
    expect(ids.map((id) => recorded.get(id))).toEqual(ids.map(() => 1));
  }

  it('takes nudges through either, each once, and shows everybody the same, bit for bit', async () => {
    const { pets } = pair;
    const answers = await Promise.all(pets.students.map((pupil) => nudge(pupil, 1, 50)));
    expect(answers.map(outcome)).toEqual(pets.students.map(() => 'accepted'));
    await expectEachOnce(pets.students.map((pupil) => nudgeId(pupil, 50)));
    await pets.reach('adjust');
    const { parameters } = pets.teacher.view().network;
    for (const page of [pets.screen, ...pets.students]) {
      expect(page.view().network.parameters).toEqual(parameters);
      expect(page.gaps()).toBe(0);
    }
  });

  it('is found, listed and joined through a server that does not play it', async () => {
    const { url } = pair.nodes[1];
    const ask = async (path: string): Promise<unknown> =>
      (await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${TEST_KEY}` } })).json();
    expect(await ask(`/api/codes/${pair.pets.keys.code}`)).toMatchObject({ state: 'open' });
    expect(await ask('/api/sessions')).toMatchObject({ sessions: [{ seats: STUDENTS }] });
    expect(await ask('/api/recordings')).toMatchObject({ recordings: [{ state: 'open', seats: STUDENTS }] });
  });

  it('says that it is saving while Redis is away, to everybody, loses no nudge, and goes on by itself (S5, S7)', async () => {
    const { pets, redis } = pair;
    await pets.reach('nudge');
    const { epoch } = pets.teacher.at();
    await redis.kill();
    const asked = pets.students.map((pupil) => nudge(pupil, 1, 60));
    await Promise.all(
      pets.students.map((pupil) => pupil.until('that it is saved', ({ clock }) => clock().kind === 'paused')),
    );
    await new Promise((resolve) => setTimeout(resolve, REDIS_AWAY_MS));
    await redis.restart();
    expect((await Promise.all(asked)).map(outcome)).toEqual(pets.students.map(() => 'accepted'));
    await expectEachOnce(pets.students.map((pupil) => nudgeId(pupil, 60)));
    for (const pupil of pets.students) {
      await pupil.until('the clock again', ({ clock }) => clock().kind === 'running');
      expect(pupil.gone()).toBeNull();
    }
    expect(pets.teacher.at().epoch).toBe(epoch);
  });

  it('takes nothing from a server that was stopped past its lease, and keeps its people when it comes back (S8)', async () => {
    for (const [turn, owner] of ([0, 1] as const).entries()) {
      const trial = await splitBrain(pair, owner, 70 + turn);
      expect(trial).toMatchObject({ acknowledgedByTheFormer: 0, refused: [] });
      await expectEachOnce(trial.nudges);
    }
  });

  it('goes on when its server is killed: who is connected to another one keeps even the connection (S1)', async () => {
    const { pets, nodes } = pair;
    const [near, far] = [pair.at(0), pair.at(1)];
    const before = pets.teacher.view().network.parameters;
    const { epoch } = pets.teacher.at();
    const killedMs = performance.now();
    await nodes[0].kill();
    const answers = await Promise.all(far.map((pupil) => nudgeUntilAnswered(pupil, -1, 80)));
    expect(performance.now() - killedMs).toBeLessThan(2_000 * PATIENCE);
    expect(answers.map(outcome)).toEqual(far.map(() => 'accepted'));
    for (const pupil of far) {
      await pupil.until('the class from its new server', ({ at }) => at().epoch > epoch);
      expect(pupil.gone()).toBeNull();
      expect(pupil.view().network.parameters).toEqual(before);
    }
    const back = await Promise.all(near.map((pupil) => comeBack(pupil, nodes[1].url, pets.keys.code)));
    expect(back.map(({ taken }) => taken.seat)).toEqual(near.map(({ taken }) => taken.seat));
    expect((await Promise.all(back.map((pupil) => nudge(pupil, 1, 81)))).map(outcome)).toEqual(
      back.map(() => 'accepted'),
    );
    await expectEachOnce([
      ...far.map((pupil) => nudgeId(pupil, 80)),
      ...back.map((pupil) => nudgeId(pupil, 81)),
    ]);
    for (const page of back) page.close();
  });

  it('is handed on at once by a server that stops (S2)', async () => {
    const { pets, nodes } = pair;
    const third = await pair.startNode();
    const [pupil] = pair.at(1);
    if (pupil === undefined) throw new Error('somebody has to be there');
    pupil.close();
    const guest = await comeBack(pupil, third.url, pets.keys.code);
    const { epoch } = guest.at();
    const askedMs = performance.now();
    const stopped = nodes[1].end('SIGTERM');
    await guest.until('the class from its new server', ({ at }) => at().epoch > epoch);
    expect(performance.now() - askedMs).toBeLessThan(300 * PATIENCE);
    expect(guest.gone()).toBeNull();
    const { code, teacherToken: token } = pets.keys;
    const teacher = await enter({ url: third.url, role: 'teacher', code, token });
    expect(outcome(await teacher.send({ kind: 'next', expected: teacher.view().serial }))).toBe('accepted');
    expect((await stopped).code).toBe(0);
    for (const page of [teacher, guest]) page.close();
    await third.kill();
  });

  it('goes on after all its servers were gone, every seat where it was', async () => {
    const alone = await pair.startNode();
    const { pets } = pair;
    const back = await Promise.all(pets.students.map((pupil) => comeBack(pupil, alone.url, pets.keys.code)));
    expect(back.map(({ taken }) => taken.seat)).toEqual(pets.students.map(({ taken }) => taken.seat));
    for (const page of back) page.close();
    await alone.kill();
  });
});

function outcome(answer: Acknowledgement): string {
  return answer.ok ? 'accepted' : answer.refusal.code;
}
