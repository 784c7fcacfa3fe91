import { pino } from 'pino';
import { beforeEach, describe, expect, it } from 'vitest';
import { createRegistry } from '../../../server/room/registry.ts';
import { ROOM_LIMITS } from '../../../server/room/room-limits.ts';
import type { SessionEvent } from '../../../shared/session/events.ts';
import { runningRound } from '../../../shared/session/state.ts';
import { SeatMap } from '../../../shared/session/seat-map.ts';
import { beginPets, openRoomClass, TEACHER, type RoomClass } from '../../helpers/room-class.ts';

let pets: RoomClass;
beforeEach(async () => {
  pets = await openRoomClass({ closeRule: 'teacher', roundSeconds: null });
});

const nudges = (facts: readonly SessionEvent[]) => facts.filter((fact) => fact.type === 'nudged');

describe('what a class is told is on disk', () => {
  it('has a nudge in the journal by the time it is acknowledged (P7)', async () => {
    const [seat] = await pets.join(1);
    if (seat === undefined) throw new Error('nobody joined');
    await pets.reach('nudge');
    const answer = await pets.nudge(seat);
    expect(answer).toMatchObject({ ok: true, epoch: 1 });
    const facts = await pets.facts();
    expect(nudges(facts)).toHaveLength(1);
    expect(answer.ok && answer.version).toBe(facts.length);
  });

  it('writes a burst of three hundred nudges in a few batches, each nudge once (T21)', async () => {
    const seats = await pets.join(100);
    await pets.reach('nudge');
    const appendsBefore = pets.disk.appends();
    const answers = await Promise.all(
      [1, 0, -1].flatMap((way) => seats.map((seat) => pets.nudge(seat, way as 1 | 0 | -1))),
    );
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(nudges(await pets.facts())).toHaveLength(300);
    expect(pets.disk.appends() - appendsBefore).toBeLessThan(10);
  });

  it('files a nudge once that a page sent twice (P8)', async () => {
    const [seat] = await pets.join(1);
    if (seat === undefined) throw new Error('nobody joined');
    await pets.reach('nudge');
    const parameter = pets.state().owners.findIndex((owners) => owners.includes(seat));
    const twice = () =>
      pets.ask(
        { role: 'student', seat, intent: { instance: 'same-page', seq: 7 } },
        { kind: 'nudge', round: pets.state().roundCount, parameter, direction: 1, size: 'large' },
      );
    const [first, second] = await Promise.all([twice(), twice()]);
    expect([first.ok, second.ok]).toEqual([true, true]);
    expect(nudges(await pets.facts())).toHaveLength(1);
  });

  it('comes back after a restart exactly as it was, with the names', async () => {
    const seats = await pets.join(5);
    await pets.reach('nudge');
    for (const seat of seats) await pets.nudge(seat, 1);
    await pets.reach('adjust');
    const before = pets.room.standing();
    const again = (await pets.restart()).find(pets.room.session);
    expect(again?.epoch).toBe(2);
    const after = again?.standing();
    // Only who is here has changed: nobody is connected to a new process yet.
    const absent = SeatMap.of(
      [...before.state.seats].map(([number, seat]) => [number, { ...seat, presence: 'absent' as const }]),
    );
    expect(after?.state).toEqual({ ...before.state, seats: absent });
    expect(after?.roster).toEqual(before.roster);
  });

  it('keeps its seats for those who come back, and plays on', async () => {
    const seats = await pets.join(3);
    await pets.reach('nudge');
    const again = (await pets.restart()).find(pets.room.session);
    const [seat] = seats;
    if (again === undefined || seat === undefined) throw new Error('the class is gone');
    await again.submit({ role: 'room' }, { kind: 'seat-connected', seat });
    expect(again.standing().state.seats.get(seat)?.presence).toBe('present');
    const { serial } = again.standing().state;
    expect(await again.submit(TEACHER, { kind: 'next', expected: serial })).toMatchObject({ ok: true });
    expect(runningRound(again.standing().state)?.phase.kind).toBe('adjust');
  });

  it('is opened as soon as the disk takes it again, though the first write was refused', async () => {
    const { room, clock, disk, store } = pets;
    await pets.join(1);
    const again = createRegistry({
      journal: disk,
      catalogue: store.catalogue,
      clock,
      log: pino({ level: 'silent' }),
    });
    disk.failWith('broken');
    const tried = disk.appends();
    const opened = again.adopt(room.session);
    await expect.poll(disk.appends).toBe(tried + 1);
    expect(again.find(room.session)).toBeUndefined();
    disk.failWith(null);
    clock.advance(ROOM_LIMITS.retryMs);
    again.beat();
    await opened;
    expect(again.find(room.session)?.epoch).toBe(2);
    expect(again.isBroken(room.session)).toBe(false);
  });

  it('does not let a room go on that another process has taken over', async () => {
    await pets.restart();
    expect(await pets.next().catch(() => 'refused')).toBe('refused');
    expect(pets.room.life()).toBe('moved');
    await expect.poll(() => pets.gone).toEqual([{ who: 'everybody', reason: 'restarting' }]);
  });
});

describe('one class that breaks', () => {
  it('is set aside alone, with its people told and its recording kept (S14)', async () => {
    const other = await beginPets(pets.rooms, pets.store, {}, 'QQ22RR');
    await pets.join(2);
    const poison = { kind: 'a command nobody has written rules for' } as never; // a bug, for once on purpose
    expect(await pets.ask(TEACHER, poison)).toEqual({ ok: false, refusal: { code: 'not-now' } });
    expect(pets.gone).toEqual([{ who: 'everybody', reason: 'room-set-aside' }]);
    expect(await pets.ask(TEACHER, { kind: 'pause' })).toEqual({ ok: false, refusal: { code: 'not-now' } });
    expect(await other.submit(TEACHER, { kind: 'next', expected: 0 })).toMatchObject({ ok: true });
    expect((await pets.facts()).filter((fact) => fact.type === 'seat-joined')).toHaveLength(2);
  });
});

describe('a nudge that was turned away for haste', () => {
  it('is filed when it is offered again, though a later one came first', async () => {
    const [seat] = await pets.join(1);
    if (seat === undefined) throw new Error('nobody joined');
    await pets.reach('nudge');
    const [one = 0, other = 1] = pets
      .state()
      .owners.flatMap((owners, index) => (owners.includes(seat) ? [index] : []));
    const send = (seq: number, parameter: number) =>
      pets.ask(
        { role: 'student', seat, intent: { instance: 'same-page', seq } },
        { kind: 'nudge', round: pets.state().roundCount, parameter, direction: 1, size: 'normal' },
      );
    await send(6, other);
    expect(await send(5, one)).toMatchObject({ ok: true });
    expect(await send(6, other)).toMatchObject({ ok: true });
    expect(nudges(await pets.facts())).toHaveLength(2);
  });
});
