import { beforeEach, describe, expect, it, vi } from 'vitest';
import { clockNow } from '../../../server/room/standing.ts';
import type { SeatNumber } from '../../../shared/session/ids.ts';
import { runningRound } from '../../../shared/session/state.ts';
import { NEWCOMER, openRoomClass, TEACHER, type RoomClass } from '../../helpers/room-class.ts';

/** What the students' pages were last told of pauses. */
function lastPause(pets: RoomClass): unknown {
  const told = pets.heard.flatMap(({ to, packet }) =>
    to === 'student' && packet.name === 'student-frame' && packet.body.changed.pause !== undefined
      ? [packet.body.changed.pause]
      : [],
  );
  return told[told.length - 1];
}

const countNudges = async (pets: RoomClass): Promise<number> =>
  (await pets.facts()).filter((fact) => fact.type === 'nudged').length;

describe('a disk that is full or does not answer', () => {
  let pets: RoomClass;
  let seats: readonly SeatNumber[];
  beforeEach(async () => {
    pets = await openRoomClass({ closeRule: 'teacher', roundSeconds: 20 });
    seats = await pets.join(3);
    await pets.reach('nudge');
    await pets.next();
    await pets.next();
    await pets.reach('nudge'); // the first round of all is untimed
  });

  const firstSeat = (): SeatNumber => {
    const [seat] = seats;
    if (seat === undefined) throw new Error('nobody joined');
    return seat;
  };

  it('tells the teacher at once, and every page that it is saving (S3)', async () => {
    pets.disk.failWith('store-full');
    const { serial } = pets.state();
    const next = pets.ask(TEACHER, { kind: 'next', expected: serial });
    expect(await next).toEqual({ ok: false, refusal: { code: 'store-full' } });
    expect(pets.state().serial).toBe(serial);
    expect(lastPause(pets)).toEqual(['store']);
  });

  it('keeps the name of who comes next, where one before was named and could not join', async () => {
    const come = (name: string) =>
      pets.ask(NEWCOMER, { kind: 'join', name: { name, free: false }, waits: false, claims: null, atMs: 0 });
    pets.disk.failWith('store-full');
    expect((await come('Tapir')).ok).toBe(false);
    pets.disk.failWith(null);
    await pets.pass(1_000);
    expect((await come('Marmota')).ok).toBe(true);
    const { names } = await pets.store.catalogue.loadRoster(pets.room.session);
    expect([...names.values()].map(({ name }) => name)).toContain('Marmota');
  });

  it('files nothing that another server has written since: the class is that one’s', async () => {
    const { session } = pets.room;
    pets.disk.failWith('broken');
    const nudge = pets.nudge(firstSeat());
    const other = await pets.store.journal.open(session);
    const last = other.events.at(-1);
    if (last === undefined) throw new Error('a class has facts');
    const { version } = last;
    await pets.store.journal.append(session, other.epoch, version + 1, [last.json]);
    pets.disk.failWith(null);
    await pets.pass(1_000);
    expect(await nudge).toMatchObject({ ok: false, refusal: { code: 'saving' } });
    expect(pets.room.life()).toBe('moved');
    expect(pets.room.standing().version).toBe(version);
  });

  it('keeps a nudge waiting, unacknowledged, and files it once when there is room again', async () => {
    pets.disk.failWith('store-full');
    let answered = false;
    const nudge = pets.nudge(firstSeat()).finally(() => {
      answered = true;
    });
    await pets.pass(2_000);
    expect(answered).toBe(false);
    expect(await countNudges(pets)).toBe(0);
    pets.disk.failWith(null);
    await pets.pass(1_000);
    expect(await nudge).toMatchObject({ ok: true });
    expect(await countNudges(pets)).toBe(1);
    expect(lastPause(pets)).toEqual([]);
  });

  it('gives the class its time back, however long it took', async () => {
    await pets.pass(3_000);
    const remaining = (): number => {
      const clock = clockNow(pets.room.standing(), pets.clock.nowMs());
      if (clock.kind !== 'running') throw new Error(`the clock is ${clock.kind}`);
      return clock.remainingMs;
    };
    expect(remaining()).toBe(17_000);
    pets.disk.failWith('broken');
    const nudge = pets.nudge(firstSeat());
    await pets.pass(20_000);
    expect(runningRound(pets.state())?.phase.kind).toBe('nudge');
    pets.disk.failWith(null);
    await pets.pass(600);
    expect(await nudge).toMatchObject({ ok: true });
    expect(remaining()).toBeGreaterThan(16_000);
  });

  it('says it is saving when the disk takes longer than a second, and acknowledges when it is done (S16)', async () => {
    const release = pets.disk.hold();
    let answered = false;
    const nudge = pets.nudge(firstSeat()).finally(() => {
      answered = true;
    });
    await pets.pass(900);
    expect(lastPause(pets)).not.toEqual(['store']);
    await pets.pass(200);
    expect(lastPause(pets)).toEqual(['store']);
    expect(answered).toBe(false);
    release();
    expect(await nudge).toMatchObject({ ok: true });
    expect(lastPause(pets)).toEqual([]);
  });

  it('counts no nudge twice whose writing succeeded while the answer was lost', async () => {
    pets.disk.loseNextAnswer();
    const nudge = pets.nudge(firstSeat());
    await pets.pass(1_000);
    expect(await nudge).toMatchObject({ ok: true });
    expect(await countNudges(pets)).toBe(1);
    const [again] = await Promise.all([pets.nudge(firstSeat(), -1), pets.pass(100)]);
    expect(again).toMatchObject({ ok: true });
    expect(pets.room.standing().version).toBe((await pets.facts()).length);
  });

  it('takes the next press of the button after one whose answer was lost, though nothing else waits', async () => {
    await pets.must(TEACHER, { kind: 'pause' });
    pets.disk.loseNextAnswer();
    expect(await pets.ask(TEACHER, { kind: 'lock', locked: true })).toMatchObject({ ok: false });
    // Time alone: `pass` would ask the room for something, and that waits for the disk.
    pets.clock.advance(1_000);
    await vi.waitFor(() => {
      pets.room.beat();
      expect(pets.state().locked).toBe(true);
    });
    expect(await pets.ask(TEACHER, { kind: 'resume' })).toMatchObject({ ok: true });
  });

  it('tells everybody, and shows the door, where only the answer of a removal was lost', async () => {
    pets.disk.loseNextAnswer();
    await pets.ask(TEACHER, { kind: 'remove-seat', seat: firstSeat() });
    await pets.pass(1_000);
    expect(pets.gone).toEqual([{ who: firstSeat(), reason: 'removed' }]);
  });

  it('sends a page that connects meanwhile a picture that stands still', async () => {
    pets.disk.failWith('store-full');
    void pets.nudge(firstSeat());
    await pets.pass(100);
    const [snapshot] = pets.room.catchUp('student', null);
    if (snapshot?.name !== 'student-snapshot') throw new Error('no snapshot');
    expect(snapshot.body.view.pause).toEqual(['store']);
    expect(snapshot.body.clock).toMatchObject({ kind: 'paused', totalMs: 20_000 });
    pets.disk.failWith(null);
    await pets.pass(1_000);
  });

  it('finishes what it has taken in before it closes', async () => {
    const nudges = seats.map((seat) => pets.nudge(seat));
    await pets.room.close();
    expect((await Promise.all(nudges)).every((answer) => answer.ok)).toBe(true);
    expect(await countNudges(pets)).toBe(3);
    expect(await pets.ask(TEACHER, { kind: 'pause' })).toEqual({ ok: false, refusal: { code: 'saving' } });
  });
});
