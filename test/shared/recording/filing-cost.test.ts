import { describe, expect, it } from 'vitest';
import { filingCost } from '../../../shared/recording/filing-cost.ts';
import { RECORDING_LIMITS } from '../../../shared/recording/limits.ts';
import { evolve } from '../../../shared/session/evolve.ts';
import { openClassroom, TEACHER } from '../../helpers/classroom.ts';

describe('what it costs to file an event', () => {
  it('grows with the tables that the event makes evolve copy', () => {
    const room = openClassroom();
    const [seat] = room.join(30);
    if (seat === undefined) throw new Error('somebody joined');
    expect(filingCost(room.state(), { type: 'teacher-came' })).toBe(1);
    expect(filingCost(room.state(), { type: 'seat-connected', seat })).toBe(30 + 1);
    room.enter(0);
    room.reach('nudge');
    room.must(room.student(1), room.nudge(1, 1));
    room.must(room.student(2), room.nudge(2, 1));
    expect(filingCost(room.state(), { type: 'seat-left', seat })).toBe(30 + 1 + 2);
    room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: 5 });
    const step = room.facts().find(({ type }) => type === 'step-taken');
    if (step === undefined) throw new Error('a step was taken');
    expect(filingCost(room.state(), step)).toBe(room.state().history.length + 30);
  });

  it('lets a lecture hall of a thousand nudge for four weights each in forty rounds', () => {
    const hall = openClassroom();
    hall.join(60);
    hall.enter(0);
    hall.reach('nudge');
    let state = hall.state();
    let copies = 0;
    for (let seat = 1; seat <= 60; seat++) {
      const [nudged] = hall.must(hall.student(seat), hall.nudge(seat, 1));
      if (nudged?.type !== 'nudged') throw new Error('a nudge is filed');
      copies += filingCost(state, nudged);
      state = evolve(state, nudged);
    }
    // What one nudge of sixty costs grows with the class: a thousand seats that nudge four times in forty rounds.
    const perNudgeAndSeat = copies / 60 / 60;
    expect(perNudgeAndSeat * 1000 * (1000 * 4 * 40)).toBeLessThan(RECORDING_LIMITS.copies);
  });
});
