import { beforeEach, describe, expect, it } from 'vitest';
import type { Frame } from '../../../shared/wire/down.ts';
import type { StudentView } from '../../../shared/projection/views.ts';
import { ROOM_ITSELF, openRoomClass, TEACHER, type RoomClass } from '../../helpers/room-class.ts';

let pets: RoomClass;
beforeEach(async () => {
  pets = await openRoomClass({ closeRule: 'teacher', roundSeconds: null });
});

function studentFrames(): readonly (Frame<StudentView> & { readonly atMs: number })[] {
  return pets.heard.flatMap(({ to, packet, atMs }) =>
    to === 'student' && packet.name === 'student-frame' ? [{ ...packet.body, atMs }] : [],
  );
}

describe('what a class is told', () => {
  it('links every frame to the one before it, without a gap (P14)', async () => {
    const seats = await pets.join(4);
    await pets.reach('nudge');
    for (const seat of seats) {
      await pets.nudge(seat);
      await pets.pass(300);
    }
    await pets.reach('adjust');
    const frames = studentFrames();
    expect(frames.length).toBeGreaterThan(5);
    for (const [index, frame] of frames.slice(1).entries()) expect(frame.from).toBe(frames[index]?.version);
  });

  it('adds up to what somebody sees who comes now', async () => {
    const seats = await pets.join(4);
    const [start] = pets.room.catchUp('student', null);
    if (start?.name !== 'student-snapshot') throw new Error('no snapshot');
    await pets.pass(300);
    pets.heard.length = 0;
    const [first] = pets.room.catchUp('student', null);
    if (first?.name !== 'student-snapshot') throw new Error('no snapshot');
    await pets.reach('nudge');
    for (const seat of seats) await pets.nudge(seat);
    await pets.reach('adjust');
    await pets.pass(300);
    const followed = studentFrames().reduce<StudentView>(
      (view, frame) => ({ ...view, ...frame.changed }),
      first.body.view,
    );
    const [now] = pets.room.catchUp('student', null);
    expect(now).toMatchObject({ name: 'student-snapshot', body: { view: followed } });
  });

  it('tells of nudges together, at most four times a second, and of a step at once (P17)', async () => {
    const seats = await pets.join(20);
    await pets.reach('nudge');
    await pets.pass(1_000);
    pets.heard.length = 0;
    const startMs = pets.clock.nowMs();
    for (const seat of seats) {
      await pets.nudge(seat);
      await pets.pass(50);
    }
    const times = studentFrames().map(({ atMs }) => atMs);
    expect(times.length).toBeLessThanOrEqual(5);
    expect(times.length).toBeGreaterThanOrEqual(3);
    for (const [index, at] of times.slice(1).entries())
      expect(at - (times[index] ?? 0)).toBeGreaterThanOrEqual(250);
    expect(times[0]).toBe(startMs);
    await pets.next();
    expect(studentFrames().at(-1)).toMatchObject({
      atMs: pets.clock.nowMs(),
      changed: { round: { phase: { kind: 'adjust' } } },
    });
  });

  it('shows a nudge at its own seat at once', async () => {
    const [seat] = await pets.join(2);
    if (seat === undefined) throw new Error('nobody joined');
    await pets.reach('nudge');
    pets.heard.length = 0;
    await pets.nudge(seat, -1);
    const own = pets.heard.filter(({ to }) => to === seat);
    expect(own).toHaveLength(1);
    expect(own[0]?.packet).toMatchObject({
      name: 'seat',
      body: {
        seat: {
          parameters: expect.arrayContaining([
            expect.objectContaining({ nudge: { direction: -1, size: 'normal' } }),
          ]),
        },
      },
    });
    expect(pets.heard.filter(({ to }) => typeof to === 'number' && to !== seat)).toEqual([]);
  });

  it('says something to everybody at least every two seconds (P18)', async () => {
    await pets.pass(10_000);
    for (const audience of ['student', 'screen', 'teacher']) {
      const times = pets.heard.filter(({ to }) => to === audience).map(({ atMs }) => atMs);
      expect(times.length).toBeGreaterThanOrEqual(5);
      for (const [index, at] of times.slice(1).entries())
        expect(at - (times[index] ?? 0)).toBeLessThanOrEqual(2_000);
    }
  });

  it('tells of more time even where nothing else changed', async () => {
    const timed = await openRoomClass({ closeRule: 'teacher', roundSeconds: 20 });
    await timed.join(1);
    await timed.reach('nudge');
    await timed.next();
    await timed.reach('nudge');
    timed.heard.length = 0;
    await timed.must(TEACHER, { kind: 'more-time' });
    expect(timed.heard.find(({ to }) => to === 'student')?.packet).toMatchObject({
      name: 'tick',
      body: { clock: { kind: 'running', remainingMs: 30_000 } },
    });
  });
});

describe('somebody who comes back', () => {
  it('gets the frames that were missed, the clock last (P4)', async () => {
    await pets.join(2);
    await pets.pass(300);
    const knownVersion = studentFrames().at(-1)?.version ?? 0;
    await pets.next();
    await pets.next();
    const packets = pets.room.catchUp('student', { epoch: 1, version: knownVersion });
    expect(packets.map(({ name }) => name)).toEqual(['student-frame', 'student-frame', 'tick']);
  });

  it('gets only the clock when nothing was missed', async () => {
    await pets.join(1);
    await pets.next();
    const version = studentFrames().at(-1)?.version ?? 0;
    expect(pets.room.catchUp('student', { epoch: 1, version }).map(({ name }) => name)).toEqual(['tick']);
  });

  it.each([
    ['knows nothing', null],
    ['knows another epoch', { epoch: 9, version: 1 }],
    ['knows a version from before the frames that are kept', { epoch: 1, version: 0 }],
    ['claims a version that has not been', { epoch: 1, version: 100_000 }],
  ])('gets everything when it %s (P15)', async (_, known) => {
    await pets.join(1);
    await pets.next();
    const packets = pets.room.catchUp('screen', known);
    expect(packets.map(({ name }) => name)).toEqual(['screen-snapshot']);
  });

  it('is not sent the seat messages of the time it was away', async () => {
    const [seat, other] = await pets.join(2);
    if (seat === undefined || other === undefined) throw new Error('nobody joined');
    await pets.must(ROOM_ITSELF, { kind: 'seat-disconnected', seat });
    pets.heard.length = 0;
    await pets.reach('nudge');
    expect(pets.heard.filter(({ to }) => to === seat)).toEqual([]);
    expect(pets.heard.filter(({ to }) => to === other).length).toBeGreaterThan(0);
  });
});
