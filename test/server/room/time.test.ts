import { beforeEach, describe, expect, it } from 'vitest';
import { clockNow } from '../../../server/room/standing.ts';
import { seatNumber } from '../../../shared/session/ids.ts';
import { runningRound } from '../../../shared/session/state.ts';
import { openRoomClass, ROOM_ITSELF, TEACHER, type RoomClass } from '../../helpers/room-class.ts';

let pets: RoomClass;
beforeEach(async () => {
  pets = await openRoomClass({ roundSeconds: 10, absenceGraceSeconds: 5 });
  await pets.join(3);
  await pets.reach('nudge');
  await pets.next();
  await pets.reach('nudge'); // the second round, which is timed
});

const phase = () => runningRound(pets.state())?.phase.kind;
function remainingMs(): number {
  const clock = clockNow(pets.room.standing(), pets.clock.nowMs());
  return clock.kind === 'running' ? clock.remainingMs : NaN;
}

describe('the clock of a class', () => {
  it('closes the round one second after its time, so that nudges in the air still count (P13)', async () => {
    await pets.pass(10_900);
    expect(phase()).toBe('nudge');
    await pets.pass(200);
    expect(phase()).toBe('adjust');
    const facts = await pets.facts();
    expect(facts.findLast((fact) => fact.type === 'step-taken')).toMatchObject({ closedBy: 'deadline' });
  });

  it('takes a nudge to the last millisecond of its grace, and says how late the next one is (I6)', async () => {
    const nudge = (seat: number) => pets.nudge(seatNumber(seat));
    await pets.pass(10_900);
    pets.clock.advance(99);
    expect(await nudge(1)).toMatchObject({ ok: true });
    pets.clock.advance(1);
    expect(await nudge(2)).toEqual({ ok: false, refusal: { code: 'late', ms: 1_000 } });
    await pets.pass(100);
    expect(phase()).toBe('adjust');
    await pets.pass(600);
    expect(await nudge(3)).toEqual({ ok: false, refusal: { code: 'late', ms: 600 } });
  });

  it('is written down every second, so that a restart costs no more', async () => {
    await pets.pass(4_500);
    const marks = (await pets.facts()).filter((fact) => fact.type === 'clock-set' && fact.why === 'mark');
    expect(marks.length).toBe(4);
    const again = (await pets.restart()).find(pets.room.session);
    if (again === undefined) throw new Error('the class is gone');
    const left = clockNow(again.standing(), pets.clock.nowMs());
    expect(left).toMatchObject({ kind: 'running', totalMs: 10_000 });
    expect(left.kind === 'running' && left.remainingMs).toBe(6_000);
  });

  it('stands still while the teacher pauses', async () => {
    await pets.pass(2_000);
    await pets.must(TEACHER, { kind: 'pause' });
    await pets.pass(30_000);
    expect(phase()).toBe('nudge');
    await pets.must(TEACHER, { kind: 'resume' });
    expect(remainingMs()).toBe(8_000);
  });

  it('gives back the time of a server that stood still for three seconds (S10)', async () => {
    await pets.pass(2_000);
    pets.clock.advance(3_000);
    await pets.pass(50);
    expect(phase()).toBe('nudge');
    expect(remainingMs()).toBeGreaterThan(7_800);
  });

  it('judges no nudge by lost time, even one that is read before the first beat', async () => {
    await pets.pass(9_000);
    pets.clock.advance(4_000);
    const [seat] = pets.state().seats.keys();
    if (seat === undefined) throw new Error('nobody is here');
    expect(await pets.nudge(seat)).toMatchObject({ ok: true });
  });

  it.each([
    ['the process was stopped', (ms: number) => pets.clock.advance(ms)],
    ['the laptop was closed', (ms: number) => pets.clock.sleep(ms)],
  ])('comes back paused with the reason when %s for long', async (_, away) => {
    await pets.pass(2_000);
    away(600_000);
    await pets.pass(50);
    expect(pets.state().clock).toMatchObject({ kind: 'paused', reasons: ['server-slept'] });
    expect(pets.state().clock.kind === 'paused' && pets.state().clock).toMatchObject({
      left: { totalMs: 10_000 },
    });
    await pets.pass(60_000);
    expect(phase()).toBe('nudge');
    await pets.next(); // goes on
    expect(remainingMs()).toBeGreaterThan(7_800);
  });
});

describe('a student who stays away', () => {
  it('is minded by the caretaker after the grace, and not before', async () => {
    const [seat] = pets.state().seats.keys();
    if (seat === undefined) throw new Error('nobody is here');
    await pets.must(ROOM_ITSELF, { kind: 'seat-disconnected', seat });
    await pets.pass(4_900);
    expect(pets.state().seats.get(seat)?.presence).toBe('absent');
    await pets.pass(200);
    expect(pets.state().seats.get(seat)?.presence).toBe('minded');
  });

  it('gets its weights back on returning in time', async () => {
    const [seat] = pets.state().seats.keys();
    if (seat === undefined) throw new Error('nobody is here');
    await pets.must(ROOM_ITSELF, { kind: 'seat-disconnected', seat });
    await pets.pass(3_000);
    await pets.must(ROOM_ITSELF, { kind: 'seat-connected', seat });
    await pets.pass(3_000);
    expect(pets.state().seats.get(seat)?.presence).toBe('present');
    await pets.must(ROOM_ITSELF, { kind: 'seat-disconnected', seat });
    await pets.pass(3_000);
    expect(pets.state().seats.get(seat)?.presence).toBe('absent');
  });

  it('is asked for once, however long it stays away', async () => {
    const [seat] = pets.state().seats.keys();
    if (seat === undefined) throw new Error('nobody is here');
    await pets.must(ROOM_ITSELF, { kind: 'seat-disconnected', seat });
    await pets.pass(8_000);
    const minded = (await pets.facts()).filter((fact) => fact.type === 'seat-minded');
    expect(minded).toEqual([{ type: 'seat-minded', seat }]);
  });
});

describe('the end of a class', () => {
  it('deletes the names somebody typed and keeps those that were dealt', async () => {
    const [first, second] = pets.state().seats.keys();
    if (first === undefined || second === undefined) throw new Error('nobody is here');
    await pets.must(TEACHER, { kind: 'rename-seat', seat: first, name: { name: 'Ana', free: true } });
    await pets.must(TEACHER, { kind: 'end-session' });
    await expect
      .poll(async () => (await pets.store.catalogue.session(pets.room.session))?.state)
      .toBe('ended');
    await expect.poll(() => pets.room.standing().roster.names.has(first)).toBe(false);
    expect((await pets.store.catalogue.loadRoster(pets.room.session)).names.has(second)).toBe(true);
    expect((await pets.restart()).find(pets.room.session)).toBeUndefined();
  });
});
