import { expect, it } from 'vitest';
import { openRoomClass, ROOM_ITSELF, TEACHER } from '../../helpers/room-class.ts';
import { asRecorded, firstLie } from '../../helpers/recorded.ts';

it('writes down what can be proven: marks, deadlines and pauses included', async () => {
  const room = await openRoomClass({
    roundSeconds: 8,
    closeRule: 'all',
    pace: { kind: 'automatic', speed: 4 },
  });
  await room.must(ROOM_ITSELF, { kind: 'teacher-connected' });
  const [one, two, three] = await room.join(3);
  if (one === undefined || two === undefined || three === undefined) throw new Error('nobody joined');
  await room.must(TEACHER, { kind: 'enter-stage', expected: room.state().serial, stage: 2 });
  await room.reach('nudge');
  await room.pass(2_500);
  await room.nudge(one);
  await room.must(TEACHER, { kind: 'attention', on: true });
  await room.pass(4_000);
  await room.must(TEACHER, { kind: 'attention', on: false });
  await room.nudge(two, -1);
  await room.must(TEACHER, { kind: 'more-time' });
  await room.pass(25_000);
  await room.must(ROOM_ITSELF, { kind: 'seat-disconnected', seat: three });
  await room.reach('nudge');
  await room.pass(30_000);
  await room.must(TEACHER, { kind: 'end-session' });
  const facts = await room.facts();
  const kinds = facts.map((fact) => (fact.type === 'step-taken' ? fact.closedBy : fact.type));
  expect(kinds).toContain('deadline');
  expect(firstLie(asRecorded(facts))).toBeNull();
});
