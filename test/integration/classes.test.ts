import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PROTOCOL_VERSION } from '../../shared/wire/version.ts';
import { openSqliteStore } from '../../server/journal/sqlite.ts';
import { readEvent } from '../../server/room/stored-event.ts';
import { sessionId } from '../../shared/session/ids.ts';
import { SAMPLE_INTENTS } from '../helpers/sample-intents.ts';
import { PERMISSIONS } from '../../shared/session/permissions.ts';
import { nudge, openLiveClass, patiently, type LiveClass } from '../helpers/live-class.ts';
import { dial, enter, type MemberRole } from '../helpers/member.ts';
import { startServerProcess, temporaryDataDir, type ServerProcess } from '../helpers/server-process.ts';

const data = temporaryDataDir();
let server: ServerProcess;
const classes: LiveClass[] = [];
const open = async (students: number): Promise<LiveClass> => {
  const live = await openLiveClass(server.url, students, { closeRule: 'teacher', roundSeconds: null });
  classes.push(live);
  return live;
};

beforeAll(async () => {
  server = await startServerProcess({ dataDir: data.path });
});
afterEach(() => {
  for (const live of classes.splice(0)) live.close();
});
afterAll(async () => {
  await server.kill();
  data.remove();
});

const first = (live: LiveClass) => live.students[0] ?? expect.fail('nobody is here');

describe('a whole class at once', () => {
  it('has three hundred nudges of the same moment recorded, each once (T21)', async () => {
    const live = await open(60);
    await live.reach('nudge');
    const answers = await Promise.all(
      [1, 0, -1, 1, 0].flatMap((way) => live.students.map((pupil) => nudge(pupil, way as -1 | 0 | 1))),
    );
    expect(answers.filter((answer) => answer.ok)).toHaveLength(300);
    const journal = await readJournal(live.keys.session);
    const nudged = journal.flatMap((event) =>
      event.type === 'nudged' ? [`${event.seat}:${event.intent?.seq}`] : [],
    );
    expect(nudged).toHaveLength(300);
    expect(new Set(nudged).size).toBe(300);
    const versions = answers.map((answer) => (answer.ok ? answer.version : 0));
    expect(Math.max(...versions)).toBeLessThanOrEqual(journal.length);
  });

  it('shows every page the same, bit for bit, and leaves no gap between versions', async () => {
    const live = await open(8);
    for (let round = 0; round < 3; round++) {
      await live.reach('nudge');
      await Promise.all(live.students.map((pupil) => nudge(pupil, round === 1 ? -1 : 1)));
      await live.reach('adjust');
    }
    const parameters = live.teacher.view().network.parameters;
    for (const page of [live.screen, ...live.students]) {
      expect(page.view().network.parameters).toEqual(parameters);
      expect(page.gaps()).toBe(0);
    }
    expect(live.teacher.gaps()).toBe(0);
  });
});

describe('two classes on one server', () => {
  it('never see each other (T22)', async () => {
    const [one, other] = await Promise.all([open(3), open(3)]);
    const quiet = other.students.map((pupil) => pupil.heard.length);
    const sectionsBefore = other.screen.heard.filter(({ name }) => name === 'screen-frame').length;
    await one.reach('nudge');
    await Promise.all(one.students.map((pupil) => nudge(pupil)));
    await one.reach('adjust');
    for (const [index, pupil] of other.students.entries()) {
      expect(pupil.heard.slice(quiet[index]).filter(({ name }) => name !== 'tick')).toEqual([]);
      expect(pupil.view().class.code).toBe(other.keys.code);
    }
    expect(other.screen.heard.filter(({ name }) => name === 'screen-frame')).toHaveLength(sectionsBefore);
    expect(other.teacher.view().class.activity).toBe('lobby');
  });
});

describe('who holds a seat', () => {
  it('is the newest connection with its token; the older one is told at once (T03, P2)', async () => {
    const live = await open(2);
    const pupil = first(live);
    const newer = await enter({
      url: live.url,
      role: 'student',
      code: live.keys.code,
      token: pupil.taken.token,
    });
    await pupil.until('the door', (page) => page.gone() === 'opened-elsewhere');
    await pupil.until('the end', (page) => page.socket.disconnected);
    await live.reach('nudge');
    await newer.until('the round', (page) => page.view().round?.phase.kind === 'nudge');
    const parameter = newer.seat().parameters[0]?.parameter ?? 0;
    expect(
      await newer.send({ kind: 'nudge', round: 1, parameter, direction: 1, size: 'normal' }),
    ).toMatchObject({ ok: true });
    expect(live.teacher.view().class).toMatchObject({ seats: 2, present: 2 });
    newer.close();
  });

  it('comes back to a seat by its token and to nothing by its number or name (A09)', async () => {
    const live = await open(1);
    for (const token of ['1', live.teacher.view().table[0]?.name ?? '', first(live).socket.id ?? '']) {
      const stranger = await enter({ url: live.url, role: 'student', code: live.keys.code, token });
      expect(stranger.gone()).toBe('unknown-token');
    }
    expect(first(live).gone()).toBeNull();
  });

  it('is nobody any more after leaving, and the token opens nothing', async () => {
    const live = await open(2);
    const pupil = first(live);
    expect(await pupil.send({ kind: 'leave' })).toMatchObject({ ok: true });
    await pupil.until('the door', (page) => page.gone() === 'left');
    await live.teacher.until('one seat', (page) => page.view().class.seats === 1);
    await expect
      .poll(async () => {
        const again = await enter({
          url: live.url,
          role: 'student',
          code: live.keys.code,
          token: pupil.taken.token,
        });
        return again.gone();
      })
      .toBe('unknown-token');
  });

  it('is shown the door when removed, stays out, and is let in again when that is undone (T13, A14)', async () => {
    const live = await open(2);
    const pupil = first(live);
    const { seat, token } = pupil.taken;
    await live.teacher.send({ kind: 'remove-seat', seat });
    await pupil.until('the door', (page) => page.gone() === 'removed');
    const options = { url: live.url, role: 'student', code: live.keys.code, token } as const;
    expect((await enter(options)).gone()).toBe('removed');
    await live.teacher.send({ kind: 'restore-seat', seat });
    const back = await enter(options);
    expect(back.gone()).toBeNull();
    await back.until('its seat', (page) => page.seat().seat === seat);
    back.close();
  });
});

describe('a new code', () => {
  it('keeps everybody seated, lets them come back with the old one, and seats newcomers with the new (A17)', async () => {
    const live = await open(1);
    const pupil = first(live);
    expect(await live.teacher.send({ kind: 'new-code' })).toMatchObject({ ok: true });
    await live.teacher.until('a new code', (page) => page.view().class.code !== live.keys.code);
    const { code } = live.teacher.view().class;
    expect(pupil.gone()).toBeNull();
    const seats = (at: string) =>
      fetch(`${live.url}/api/codes/${at}`).then((answer) => answer.json() as Promise<{ state: string }>);
    expect((await seats(live.keys.code)).state).toBe('replaced');
    expect((await seats(code)).state).toBe('open');
    for (const known of [live.keys.code, code]) {
      const back = await enter({ url: live.url, role: 'student', code: known, token: pupil.taken.token });
      expect(back.gone()).toBeNull();
      back.close();
    }
  });
});

describe('a token', () => {
  const roles: readonly MemberRole[] = ['student', 'teacher', 'screen'];

  it('opens its own role of its own class alone (A10, I8, P1)', async () => {
    const [mine, theirs] = await Promise.all([open(1), open(1)]);
    const tokensOf = (live: LiveClass): Readonly<Record<MemberRole, string>> => ({
      student: first(live).taken.token,
      teacher: live.keys.teacherToken,
      screen: live.keys.screenToken,
    });
    const tokens = { mine: tokensOf(mine), theirs: tokensOf(theirs) };
    for (const role of roles) {
      const wrong = [
        '',
        'wrong',
        tokens.mine[role].slice(0, -1),
        tokens.theirs[role],
        ...roles.filter((other) => other !== role).map((other) => tokens.mine[other]),
      ];
      for (const token of wrong) {
        const stranger = await enter({ url: mine.url, role, code: mine.keys.code, token });
        expect(stranger.gone()).toBe('unknown-token');
        expect(stranger.heard.map(({ name }) => name)).toEqual(['gone']);
      }
      const nowhere = await enter({
        url: mine.url,
        role,
        code: 'ZZZZZZ'.replaceAll('Z', '2'),
        token: tokens.mine[role],
      });
      expect(nowhere.gone()).toBe('unknown-code');
    }
    for (const live of [mine, theirs]) expect(first(live).gone()).toBeNull();
  });

  it('is asked for in the language of the protocol: the one before is spoken too, an older page is told so (C10)', async () => {
    const live = await open(0);
    const { code, screenToken: token } = live.keys;
    for (const protocol of [-1, 99, 1.5]) {
      expect((await enter({ url: live.url, role: 'screen', code, token, protocol })).gone()).toBe(
        'client-too-old',
      );
    }
    const yesterday = { url: live.url, role: 'screen', code, token, protocol: PROTOCOL_VERSION - 1 } as const;
    expect((await enter(yesterday)).view().class.code).toBe(code);
  });

  it('is written nowhere in the log, nor are names', async () => {
    const live = await open(2);
    const name = live.teacher.view().table[0]?.name ?? expect.fail('no name');
    for (const secret of [
      name,
      live.keys.teacherToken,
      live.keys.screenToken,
      first(live).taken.token,
      '127.0.0.1,',
    ]) {
      expect(server.output()).not.toContain(secret);
    }
  });
});

describe('every command, by socket', () => {
  it('is refused to whoever may not ask for it, and changes nothing (A10)', async () => {
    const [live, theirs] = await Promise.all([open(2), open(1)]);
    await live.reach('nudge');
    const versionBefore = (await readJournal(live.keys.session)).length;
    const asked: Promise<unknown>[] = [];
    for (const intent of SAMPLE_INTENTS) {
      for (const page of [first(live), live.screen] as const) {
        if (PERMISSIONS[intent.kind].includes(page.role)) continue;
        const answer = await patiently(() => page.send(intent));
        expect([intent.kind, page.role, answer]).toEqual([
          intent.kind,
          page.role,
          { ok: false, refusal: { code: 'not-allowed' } },
        ]);
      }
      // Nobody: a socket whose token opens nothing sends all the same.
      const nobody = dial({ url: live.url, role: 'teacher', code: live.keys.code, token: 'wrong' });
      nobody.socket.on('connect', () => nobody.sendRaw('intent', { seq: 1, intent }));
      asked.push(nobody.until('the door', (page) => page.gone() === 'unknown-token'));
      // Another class's teacher can ask, and asks there.
      if (intent.kind !== 'end-session') asked.push(patiently(() => theirs.teacher.send(intent)));
    }
    await Promise.all(asked);
    expect((await readJournal(live.keys.session)).length).toBe(versionBefore);
  }, 120_000);
});

/** The session's facts, read beside the running server. */
async function readJournal(session: string) {
  const store = await openSqliteStore({ directory: data.path });
  const kept = await store.journal.read(sessionId(session), 1);
  await store.journal.close();
  return kept.map(({ json }) => readEvent(json));
}
