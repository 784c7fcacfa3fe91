import { expect, it } from 'vitest';
import { INTAKE } from '../../../server/limits.ts';
import { SCREEN_EDITION, STUDENT_EDITION, TEACHER_EDITION } from '../../../server/room/packets.ts';
import { LIMITS } from '../../../shared/session/limits.ts';
import { NEWCOMER, openClassroom, TEACHER } from '../../helpers/classroom.ts';

/** Where a class of a thousand has played thirty rounds, everybody under the longest name there is. */
function fullClass() {
  const room = openClassroom({ settings: { closeRule: 'teacher', roundSeconds: null, freeNames: true } });
  for (let seat = 1; seat <= LIMITS.seatsPerSession; seat += 1) {
    const name = `${'Ñ'.repeat(LIMITS.nicknameCharacters - 4)}${String(seat).padStart(4, '0')}`;
    room.must(NEWCOMER, { kind: 'join', name: { name, free: true } });
  }
  room.enter(room.state().setup.stages.findIndex(({ kind }) => kind === 'backprop'));
  room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: 30 });
  room.reach('nudge');
  for (let seat = 1; seat <= LIMITS.seatsPerSession; seat += 1)
    room.ask(room.student(seat), room.nudge(seat, 1));
  return room;
}

it('the whole picture of a class of a thousand is below what may wait for a slow client, whoever looks', () => {
  const room = fullClass();
  const place = { epoch: 1, version: room.facts().length, clock: { kind: 'off', ageMs: 0 } as const };
  const bytesOf = (packet: unknown): number => Buffer.byteLength(JSON.stringify(packet));
  const state = room.state();
  const roster = room.roster();
  const sizes = {
    student: bytesOf(STUDENT_EDITION.snapshot({ ...place, view: STUDENT_EDITION.view(state, roster) })),
    screen: bytesOf(SCREEN_EDITION.snapshot({ ...place, view: SCREEN_EDITION.view(state, roster) })),
    teacher: bytesOf(TEACHER_EDITION.snapshot({ ...place, view: TEACHER_EDITION.view(state, roster) })),
  };
  const { bytesMost } = INTAKE.unsent.perSocket;
  // Only the console has a row for everybody.
  expect(sizes.teacher).toBeGreaterThan(200_000);
  expect(sizes.teacher).toBeLessThan((bytesMost * 2) / 3);
  for (const role of ['student', 'screen'] as const) expect(sizes[role]).toBeLessThan(bytesMost / 4);
});
