import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairingLink } from '../../client/screens/teacher/place.ts';
import { LIMITS } from '../../shared/session/limits.ts';
import type { SessionKeys } from '../../shared/wire/http.ts';
import { openChaosProxy, type ChaosProxy } from '../helpers/chaos-proxy.ts';
import { openClass } from '../helpers/http-class.ts';
import { enter, type Member } from '../helpers/member.ts';
import { openDevice } from './support/browser.ts';
import { LAPTOP, openClassroom, type Classroom } from './support/classroom.ts';
import type { StudentPage } from './support/student-page.ts';
import { teacherPage, type TeacherPage } from './support/teacher-page.ts';

const ROUND_SECONDS = 5;
/** What a phone takes to hear of it; test machines are busy. */
const LATE_MS = 2_000;

/** A class whose teacher has a laptop and another device, on a line of their own, and a student. */
describe('a teacher’s devices', () => {
  let room: Classroom;
  let keys: SessionKeys;
  let line: ChaosProxy;
  let witness: Member<'screen'>;
  let ana: StudentPage;
  let laptop: TeacherPage;
  let tablet: TeacherPage;

  const deviceAt = async (path: string): Promise<TeacherPage> => {
    const options = { size: LAPTOP, language: 'es', theme: 'light' } as const;
    const device = teacherPage(await openDevice(room.browser, line.url, options), room.text);
    await device.page.goto(path);
    return device;
  };
  const paired = (): Promise<TeacherPage> => deviceAt(pairingLink(line.url, keys.code, keys.teacherToken));
  const phase = () => witness.view().round?.phase.kind ?? null;
  /** The phases that the class has come to, and when. */
  const cameTo = () =>
    witness.heard.flatMap(({ name, body, atMs }) => {
      const kind = name === 'screen-frame' ? body.changed.round?.phase.kind : undefined;
      return kind === undefined ? [] : [{ kind, atMs }];
    });
  const sinceOf = (kind: string): number => cameTo().find((one) => one.kind === kind)?.atMs ?? Number.NaN;
  const away = () => ana.says(room.text.student.teacherAway);

  beforeAll(async () => {
    room = await openClassroom('es', 'light', { reducedMotion: true });
    const { url } = room.server;
    line = await openChaosProxy(Number(new URL(url).port));
    keys = await openClass(url, { roundSeconds: ROUND_SECONDS, closeRule: 'teacher' });
    witness = await enter({ url, role: 'screen', code: keys.code, token: keys.screenToken });
  });
  afterAll(async () => {
    witness.close();
    await room.close();
    await line.close();
  });

  it('may be shut in the lobby: everybody stays, and the key leads back in (T10)', async () => {
    laptop = await paired();
    ana = await room.phone();
    const name = await ana.joinWith(keys.code);
    await laptop.says(name).waitFor();
    await laptop.context.close();
    await away().waitFor();
    expect(witness.view().class).toMatchObject({ activity: 'lobby', present: 1 });
    laptop = await deviceAt(`/teach#key=${room.server.key}`);
    await laptop.button(room.text.teacher.home.goIn).click();
    await laptop.says(name).waitFor();
    await away().waitFor({ state: 'detached' });
  });

  it('show the same, and a button that is pressed on both in one moment does its thing once (T11)', async () => {
    tablet = await paired();
    await tablet.says(room.text.teacher.lobby.title).waitFor();
    // The first round of the first stage has no clock.
    await laptop.enterStage('keep-if-better');
    const already = room.text.teacher.state.other;
    const open = room.text.teacher.next.openRound(1);
    await tablet.button(open).waitFor();
    // So far away that neither hears of the other's press before its own.
    line.suffer({ kind: 'slow', eachWayMs: 300, stalls: 0 });
    await Promise.all([laptop.next(open), tablet.next(open)]);
    await Promise.any([laptop, tablet].map((one) => one.says(already).waitFor()));
    line.suffer({ kind: 'none' });
    expect(new Set(cameTo().map(({ kind }) => kind))).toEqual(new Set(['predict']));
    const next = await Promise.all(
      [laptop, tablet].map(({ page }) => page.locator('.dock .next').innerText()),
    );
    expect(next[0]).toBe(next[1]);
  });

  it('may be shut in mid-round: the round ends in time, the class waits and says so, and goes on with another device (C11)', async () => {
    const remote = await enter({
      url: room.server.url,
      role: 'teacher',
      code: keys.code,
      token: keys.teacherToken,
    });
    await remote.send({ kind: 'change-settings', patch: { pace: { kind: 'automatic', speed: 4 } } });
    await witness.until('the round', () => phase() === 'nudge');
    for (const gone of [laptop.context, tablet.context]) await gone.close();
    remote.close();
    await ana.propose('raise');
    await away().waitFor();
    await witness.until('the step', () => phase() === 'adjust');
    const tookMs = sinceOf('adjust') - sinceOf('nudge');
    const roundMs = ROUND_SECONDS * 1_000;
    expect(tookMs).toBeGreaterThanOrEqual(roundMs);
    expect(tookMs).toBeLessThan(roundMs + LIMITS.inFlightGraceMs + LATE_MS);
    // Longer than the step is shown at this pace.
    await wait(2_000);
    expect([phase(), witness.view().round?.id]).toEqual(['adjust', 1]);
    const phone = await paired();
    await witness.until('the next round', () => witness.view().round?.id === 2);
    await away().waitFor({ state: 'detached' });
    expect(phone.complaints.faults()).toEqual([]);
  });
});
