import { describe, expect, it } from 'vitest';
import { runningRound, runningStage } from '../../../shared/session/state.ts';
import { openClassroom, TEACHER, type Classroom } from '../../helpers/classroom.ts';

function playedClass(stage: number, rounds: number): Classroom {
  const room = openClassroom({ settings: { closeRule: 'teacher' } });
  room.join(2);
  room.bots(15);
  room.enter(stage);
  for (let round = 0; round < rounds; round++) {
    room.reach('nudge');
    room.reach('adjust');
    if (round < rounds - 1) room.next();
  }
  return room;
}

const expected = (room: Classroom) => ({ expected: room.state().serial });

describe('moving through the lesson', () => {
  it('starts each stage from the lesson’s pinned network', () => {
    const room = playedClass(2, 3);
    expect(room.state().parameters).not.toEqual(room.state().setup.startParameters);
    room.enter(3);
    expect(room.state().parameters).toEqual(room.state().setup.startParameters);
  });

  it('says whether a stage came next, was skipped to, or starts again', () => {
    const room = playedClass(0, 1);
    room.enter(1);
    room.enter(3);
    room.enter(3);
    const why = room.facts().flatMap((fact) => (fact.type === 'stage-entered' ? [fact.why] : []));
    expect(why).toEqual(['next', 'next', 'skip', 'restart']);
  });

  it('refuses a stage the lesson does not have, and a button pressed too late', () => {
    const room = playedClass(0, 1);
    expect(room.refused(TEACHER, { kind: 'enter-stage', ...expected(room), stage: 9 })).toBe('not-now');
    expect(room.refused(TEACHER, { kind: 'enter-stage', expected: 0, stage: 1 })).toBe('already-done');
  });

  it('practises before the lesson and leaves no trace in it', () => {
    const room = openClassroom();
    room.join(17);
    room.must(TEACHER, { kind: 'practice', ...expected(room) });
    room.reach('nudge');
    for (let seat = 1; seat <= 17; seat++) room.must(room.student(seat), room.nudge(seat, 1));
    expect(runningRound(room.state())?.outcome).not.toBeNull();
    room.enter(0);
    expect(room.state().parameters).toEqual(room.state().setup.startParameters);
    expect(room.refused(TEACHER, { kind: 'practice', ...expected(room) })).toBe('not-now');
  });
});

describe('fast-forward', () => {
  it('plays that many rounds at once, each a fact with its own number', () => {
    const room = playedClass(2, 1);
    room.must(TEACHER, { kind: 'fast-forward', ...expected(room), rounds: 10 });
    const steps = room.facts().filter((fact) => fact.type === 'step-taken');
    expect(steps.map(({ round }) => round)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(runningRound(room.state())).toMatchObject({ id: 11, phase: { kind: 'adjust' } });
    expect(runningStage(room.state())?.roundsPlayed).toBe(11);
  });

  it('first closes the round the class is nudging in, and takes over one that has only been opened', () => {
    const nudging = playedClass(2, 1);
    nudging.reach('nudge');
    nudging.must(TEACHER, { kind: 'fast-forward', ...expected(nudging), rounds: 2 });
    expect(nudging.state().roundCount).toBe(4);
    const opened = playedClass(2, 1);
    opened.reach('compare');
    opened.must(TEACHER, { kind: 'fast-forward', ...expected(opened), rounds: 2 });
    expect(opened.state().roundCount).toBe(3);
  });

  it('takes back worsening rounds in keep-if-better like any other', () => {
    const room = playedClass(1, 1);
    const before = room.state().figures.loss;
    room.must(TEACHER, { kind: 'fast-forward', ...expected(room), rounds: 20 });
    expect(room.state().figures.loss).toBeLessThanOrEqual(before);
    expect(room.state().history.some((point) => point.fast && point.takenBack !== null)).toBe(true);
  });

  it('has no place in the lobby', () => {
    const room = openClassroom();
    expect(room.refused(TEACHER, { kind: 'fast-forward', ...expected(room), rounds: 5 })).toBe('not-now');
  });
});

describe('going back', () => {
  it('goes on from an earlier point with new round numbers, and erases nothing', () => {
    const room = playedClass(2, 4);
    const points = room.state().history.length;
    const second = room.state().history[2];
    room.must(TEACHER, { kind: 'go-back', ...expected(room), point: 2 });
    expect(room.state().parameters).toEqual(second?.parameters);
    expect(room.state().history).toHaveLength(points + 1);
    expect(room.state().history[points]).toMatchObject({ kind: 'back', from: 2, round: 2 });
    room.next();
    expect(runningRound(room.state())?.id).toBe(5);
  });

  it('returns to the stage the point was in', () => {
    const room = playedClass(2, 1);
    room.enter(3);
    room.must(TEACHER, { kind: 'go-back', ...expected(room), point: 1 });
    expect(runningStage(room.state())).toMatchObject({ kind: 'probe', roundsPlayed: 1 });
  });

  it('refuses a point that never was', () => {
    const room = playedClass(2, 1);
    expect(room.refused(TEACHER, { kind: 'go-back', ...expected(room), point: 99 })).toBe('unknown-round');
  });
});
