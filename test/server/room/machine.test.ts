import { beforeEach, describe, expect, it } from 'vitest';
import { clockNow } from '../../../server/room/standing.ts';
import { runningStage } from '../../../shared/session/state.ts';
import { STAGE } from '../../helpers/machine-lesson.ts';
import { openRoomClass, ROOM_ITSELF, TEACHER, type RoomClass } from '../../helpers/room-class.ts';

let pets: RoomClass;
beforeEach(async () => {
  pets = await openRoomClass({ roundSeconds: null });
  await pets.must(ROOM_ITSELF, { kind: 'teacher-connected' });
  await pets.join(2);
  const expected = pets.state().serial;
  await pets.must(TEACHER, { kind: 'enter-stage', expected, stage: STAGE.stop });
  await pets.next();
});

const steps = () => runningStage(pets.state())?.roundsPlayed;
const stepsTold = () =>
  pets.heard.flatMap(({ to, packet }) =>
    to === 'student' && packet.name === 'student-frame'
      ? [packet.body.changed.machine?.steps ?? []].flat()
      : [],
  );

describe('a machine that runs', () => {
  it('takes its steps by the room’s clock and tells of each at once', async () => {
    await pets.pass(3_500);
    expect(steps()).toBe(3);
    expect(stepsTold()).toEqual(expect.arrayContaining([1, 2, 3]));
  });

  it('tells of a fast run at most four times a second (P30)', async () => {
    await pets.must(TEACHER, { kind: 'change-settings', patch: { machineSpeed: 20 } });
    const before = stepsTold().length;
    await pets.pass(1_000);
    expect(steps()).toBeGreaterThanOrEqual(15);
    expect(stepsTold().length - before).toBeLessThanOrEqual(5);
  });

  it('goes on after the server was killed in mid-run, bit for bit, with what was left on its clock', async () => {
    await pets.pass(2_400);
    const before = pets.room.standing();
    const again = (await pets.restart()).find(pets.room.session);
    if (again === undefined) throw new Error('the class was not found again');
    const after = again.standing();
    expect(after.state.parameters).toEqual(before.state.parameters);
    expect(after.state.history).toEqual(before.state.history);
    expect(after.state.activity).toEqual(before.state.activity);
    expect(after.state.clock).toEqual(before.state.clock);
    const left = clockNow(after, pets.clock.nowMs());
    expect(left.kind === 'running' && left.remainingMs > 0 && left.remainingMs <= 1_000).toBe(true);
  });
});
