import { describe, expect, it } from 'vitest';
import { parametersOf, runningRound, runningStage } from '../../../shared/session/state.ts';
import { seatNumber } from '../../../shared/session/ids.ts';
import { NEWCOMER, openClassroom, ROOM, TEACHER } from '../../helpers/classroom.ts';

const name = { name: 'Búho veloz', free: false };

describe('coming and going', () => {
  it('gives each newcomer the next seat and keeps the name out of the facts', () => {
    const room = openClassroom();
    room.must(NEWCOMER, { kind: 'join', name });
    room.must(NEWCOMER, { kind: 'join', name: { name: 'Ada Secreta', free: true } });
    expect([...room.state().seats.keys()]).toEqual([1, 2]);
    expect(room.roster().names.get(seatNumber(2))?.name).toBe('Ada Secreta');
    expect(JSON.stringify(room.facts())).not.toContain('Secreta');
    expect(room.roster().version).toBe(room.state().rosterVersion);
  });

  it('refuses a newcomer when the class is locked or full', () => {
    const room = openClassroom();
    room.must(TEACHER, { kind: 'lock', locked: true });
    expect(room.refused(NEWCOMER, { kind: 'join', name })).toBe('session-locked');
    room.must(TEACHER, { kind: 'lock', locked: false });
    room.bots(1000);
    expect(room.refused(NEWCOMER, { kind: 'join', name })).toBe('session-full');
  });

  it('lets a late joiner own something from the next round on, not in the running one', () => {
    const room = openClassroom({ settings: { closeRule: 'teacher' } });
    room.join(2);
    room.enter(0);
    room.reach('nudge');
    const [late] = room.join(1);
    if (late === undefined) throw new Error('somebody joined');
    expect(parametersOf(room.state().owners, late)).toEqual([]);
    room.reach('adjust');
    room.next();
    expect(parametersOf(room.state().owners, late).length).toBeGreaterThan(0);
  });

  it('keeps seat and weights for a student whose connection is lost, and minds them after the grace', () => {
    const room = openClassroom();
    const [seat] = room.join(3);
    if (seat === undefined) throw new Error('three joined');
    room.enter(0);
    const before = room.state().owners;
    room.must(ROOM, { kind: 'seat-disconnected', seat });
    expect(room.state().seats.get(seat)?.presence).toBe('absent');
    room.must(ROOM, { kind: 'absence-grace-over', seat });
    expect(room.state().seats.get(seat)?.presence).toBe('minded');
    room.must(ROOM, { kind: 'seat-connected', seat });
    expect(room.state().seats.get(seat)?.presence).toBe('present');
    expect(room.state().owners).toEqual(before);
  });

  it('does not call minded a student who came back in time', () => {
    const room = openClassroom();
    const [seat] = room.join(1);
    if (seat === undefined) throw new Error('one joined');
    expect(room.must(ROOM, { kind: 'absence-grace-over', seat })).toEqual([]);
  });

  it('deals again when somebody leaves for good or is removed, and gives a restored student something back', () => {
    const room = openClassroom({ settings: { closeRule: 'teacher' } });
    room.join(3);
    room.must(room.student(1), { kind: 'leave' });
    room.must(TEACHER, { kind: 'remove-seat', seat: 2 });
    room.enter(0);
    expect(new Set(room.state().owners.flat())).toEqual(new Set([3]));
    room.must(TEACHER, { kind: 'restore-seat', seat: 2 });
    room.reach('nudge');
    expect(new Set(room.state().owners.flat())).toEqual(new Set([2, 3]));
  });

  it('has no way back in for a removed student until the teacher allows it', () => {
    const room = openClassroom();
    const [seat] = room.join(1);
    if (seat === undefined) throw new Error('one joined');
    room.must(TEACHER, { kind: 'remove-seat', seat });
    expect(room.refused(ROOM, { kind: 'seat-connected', seat })).toBe('removed');
    expect(room.refused(TEACHER, { kind: 'remove-seat', seat })).toBe('already-done');
    room.must(TEACHER, { kind: 'restore-seat', seat });
    expect(room.refused(ROOM, { kind: 'seat-connected', seat })).toBeNull();
  });

  it('answers for seats that never were', () => {
    const room = openClassroom();
    const ghost = seatNumber(9);
    expect(room.refused(TEACHER, { kind: 'remove-seat', seat: 9 })).toBe('unknown-seat');
    expect(room.refused(TEACHER, { kind: 'restore-seat', seat: 9 })).toBe('unknown-seat');
    expect(room.refused(TEACHER, { kind: 'mute-seat', seat: 9, muted: true })).toBe('unknown-seat');
    expect(room.refused(TEACHER, { kind: 'rename-seat', seat: 9, name })).toBe('unknown-seat');
    expect(room.refused(TEACHER, { kind: 'reassign', seat: 9, parameter: 0 })).toBe('unknown-seat');
    expect(room.refused(ROOM, { kind: 'seat-connected', seat: ghost })).toBe('unknown-seat');
    expect(room.refused(room.student(9), { kind: 'rename', name })).toBe('unknown-seat');
    expect(room.refused(room.student(9), { kind: 'leave' })).toBe('already-done');
  });

  it('after a restart knows nobody is here until they come back', () => {
    const room = openClassroom();
    room.join(2);
    room.bots(1);
    room.must(ROOM, { kind: 'teacher-connected' });
    room.must(ROOM, { kind: 'room-opened' });
    expect([...room.state().seats.values()].map((seat) => seat.presence)).toEqual([
      'absent',
      'absent',
      'present',
    ]);
    expect(room.state().teacherPresent).toBe(false);
  });

  it('sends every bot home when the teacher asks', () => {
    const room = openClassroom();
    room.join(1);
    room.bots(5);
    room.must(TEACHER, { kind: 'remove-bots' });
    expect([...room.state().seats.values()].filter((seat) => seat.membership === 'seated')).toHaveLength(1);
  });
});

describe('what the teacher sets', () => {
  it('gives a weight to somebody else from the next round on, and theirs to the former owner', () => {
    const room = openClassroom({ settings: { closeRule: 'teacher' } });
    room.join(17);
    room.enter(0);
    room.reach('nudge');
    const before = room.state().owners;
    const [former] = before[4] ?? [];
    const other = former === 1 ? 2 : 1;
    room.must(TEACHER, { kind: 'reassign', parameter: 4, seat: other });
    expect(room.state().owners).toEqual(before);
    room.reach('adjust');
    room.next();
    expect(room.state().owners[4]).toEqual([other]);
    expect(room.refused(TEACHER, { kind: 'reassign', parameter: 4, seat: other })).toBe('already-done');
    expect(room.refused(TEACHER, { kind: 'reassign', parameter: 40, seat: other })).toBe('unknown-parameter');
  });

  it('cannot give a weight to somebody who has none to exchange yet', () => {
    const room = openClassroom();
    room.join(1);
    expect(room.refused(TEACHER, { kind: 'reassign', parameter: 0, seat: 1 })).toBe('not-now');
  });

  it('changes the size and the policy of the steps of the running stage', () => {
    const room = openClassroom();
    room.join(1);
    room.enter(2);
    room.must(TEACHER, { kind: 'change-settings', patch: { stepSize: 1.5, stepPolicy: 'adaptive' } });
    expect(runningStage(room.state())).toMatchObject({ stepPolicy: 'adaptive' });
    expect(new Set(runningStage(room.state())?.stepSizes)).toEqual(new Set([1.5]));
    room.enter(3);
    expect(room.state().settings.stepPolicy).toBe('cooling');
  });

  it('closes a round that was waiting for more than the new rule asks', () => {
    const room = openClassroom({ settings: { closeRule: 'teacher' } });
    room.join(17);
    room.enter(0);
    room.reach('nudge');
    for (let seat = 1; seat <= 17; seat++) room.must(room.student(seat), room.nudge(seat, 1));
    room.must(TEACHER, { kind: 'change-settings', patch: { closeRule: 'all' } });
    expect(runningRound(room.state())?.phase.kind).toBe('adjust');
  });

  it('shows and hides, locks and renews the code', () => {
    const room = openClassroom();
    room.must(TEACHER, { kind: 'blank-screen', blank: true });
    room.must(TEACHER, { kind: 'spotlight', parameter: 3 });
    room.must(TEACHER, { kind: 'new-code', code: 'ZZZ222' });
    expect(room.state()).toMatchObject({ blank: true, spotlight: 3, code: 'ZZZ222' });
    room.must(TEACHER, { kind: 'spotlight', parameter: null });
    expect(room.state().spotlight).toBeNull();
    expect(room.refused(TEACHER, { kind: 'spotlight', parameter: 17 })).toBe('unknown-parameter');
  });

  it('ends the session once and for all', () => {
    const room = openClassroom();
    room.join(1);
    room.enter(0);
    room.must(TEACHER, { kind: 'end-session' });
    expect(room.state().activity.kind).toBe('ended');
    expect(room.refused(TEACHER, { kind: 'next', expected: room.state().serial })).toBe('session-ended');
    expect(room.refused(NEWCOMER, { kind: 'join', name })).toBe('session-ended');
    expect(room.must(ROOM, { kind: 'teacher-disconnected' })).toEqual([]);
  });
});
