import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../shared/session/events.ts';
import { runningRound, runningStage } from '../../../shared/session/state.ts';
import { openClassroom, ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';

const BACKPROP = 3;

function classIn(stage: number, settings: Parameters<typeof openClassroom>[0] = {}): Classroom {
  const room = openClassroom(settings);
  room.join(3);
  room.bots(14);
  room.enter(stage);
  return room;
}

const phases = (facts: readonly SessionEvent[]): readonly string[] =>
  facts.flatMap((fact) =>
    fact.type === 'phase-entered'
      ? ['layer' in fact.phase ? `${fact.phase.kind} ${fact.phase.layer}` : fact.phase.kind]
      : [],
  );

describe('the one big button', () => {
  it('opens the first stage from the lobby, and then waits on its introduction', () => {
    const room = openClassroom();
    room.join(1);
    room.next();
    expect(runningStage(room.state())?.kind).toBe('guess');
    expect(runningRound(room.state())).toBeNull();
  });

  it('goes through a round and on to the next', () => {
    const room = classIn(0);
    for (let press = 0; press < 5; press++) room.next();
    expect(phases(room.facts())).toEqual(['predict 2', 'compare', 'nudge', 'adjust', 'predict 2']);
    expect(runningRound(room.state())?.id).toBe(2);
  });

  it('opens the forward and the backward pass layer by layer in backprop', () => {
    const room = classIn(BACKPROP);
    for (let press = 0; press < 7; press++) room.next();
    expect(phases(room.facts())).toEqual([
      'predict 1',
      'predict 2',
      'compare',
      'backward 2',
      'backward 1',
      'nudge',
      'adjust',
    ]);
  });

  it('releases with each layer its own gradient and nothing earlier, and in the end the whole of it', () => {
    const room = classIn(BACKPROP);
    room.reach('backward');
    expect([...(runningRound(room.state())?.opened.keys() ?? [])]).toEqual([2]);
    room.reach('adjust');
    const round = runningRound(room.state());
    const whole = [...(round?.opened.get(1)?.gradient ?? []), ...(round?.opened.get(2)?.gradient ?? [])];
    expect(whole).toEqual(round?.outcome?.step.gradient);
  });

  it('pressed on two devices at once acts once', () => {
    const room = classIn(0);
    const expected = room.state().serial;
    room.must(TEACHER, { kind: 'next', expected });
    expect(room.refused(TEACHER, { kind: 'next', expected })).toBe('already-done');
  });

  it('lets a paused class go on before it does anything else', () => {
    const room = classIn(0);
    room.reach('compare');
    room.must(TEACHER, { kind: 'pause' });
    room.next();
    expect(room.state().clock.kind).toBe('off');
    expect(runningRound(room.state())?.phase.kind).toBe('compare');
  });
});

describe('the clock', () => {
  const timed = (): Classroom => {
    const room = classIn(2, { settings: { roundSeconds: 20, closeRule: 'teacher' } });
    room.reach('nudge');
    return room;
  };

  it('starts with the time to nudge', () => {
    expect(timed().state().clock).toEqual({ kind: 'running', remainingMs: 20_000, totalMs: 20_000 });
  });

  it('does not run in the practice round, nor in the very first round', () => {
    const room = openClassroom({ settings: { roundSeconds: 20 } });
    room.join(1);
    room.must(TEACHER, { kind: 'practice', expected: room.state().serial });
    room.reach('nudge');
    expect(room.state().clock.kind).toBe('off');
    room.enter(0);
    room.reach('nudge');
    expect(room.state().clock.kind).toBe('off');
    room.reach('adjust');
    room.reach('nudge');
    expect(room.state().clock.kind).toBe('running');
  });

  it('stands still while paused, for as many reasons as there are', () => {
    const room = timed();
    room.must(TEACHER, { kind: 'pause' }, 5_000);
    room.must(TEACHER, { kind: 'attention', on: true }, 60_000);
    expect(room.state().clock).toMatchObject({
      reasons: ['teacher', 'attention'],
      left: { remainingMs: 15_000 },
    });
    room.must(TEACHER, { kind: 'attention', on: false });
    expect(room.state().clock.kind).toBe('paused');
    room.must(TEACHER, { kind: 'resume' }, 90_000);
    expect(room.state().clock).toEqual({ kind: 'running', remainingMs: 15_000, totalMs: 20_000 });
  });

  it('gives ten seconds more, and refuses where there is no clock', () => {
    const room = timed();
    room.must(TEACHER, { kind: 'more-time' }, 4_000);
    expect(room.state().clock).toEqual({ kind: 'running', remainingMs: 26_000, totalMs: 30_000 });
    expect(classIn(0).refused(TEACHER, { kind: 'more-time' })).toBe('not-now');
  });

  it('writes down what is left, so that a restart goes on from there', () => {
    const room = timed();
    room.must(ROOM, { kind: 'mark-clock' }, 1_000);
    expect(room.state().clock).toMatchObject({ remainingMs: 19_000 });
    const untimed = classIn(0);
    expect(untimed.must(ROOM, { kind: 'mark-clock' })).toEqual([]);
  });

  it('closes the round one second after it has run out, and not before', () => {
    const room = timed();
    const ranOut = { kind: 'clock-ran-out', expected: room.state().serial } as const;
    expect(room.refused(ROOM, ranOut, 20_999)).toBe('not-now');
    room.must(ROOM, ranOut, 21_000);
    expect(runningRound(room.state())?.outcome?.step.closedBy).toBe('deadline');
    expect(room.refused(ROOM, ranOut)).toBe('already-done');
  });

  it('does not run out while the server’s laptop sleeps', () => {
    const room = timed();
    room.must(ROOM, { kind: 'server-slept' }, 300);
    expect(room.state().clock).toMatchObject({ kind: 'paused', reasons: ['server-slept'] });
    room.next();
    expect(room.state().clock).toMatchObject({ kind: 'running', remainingMs: 19_700 });
  });
});

describe('the automatic pace', () => {
  const automatic = { kind: 'automatic', speed: 2 } as const;

  it('gives every phase a clock of its own, shorter the faster it is', () => {
    const room = classIn(0);
    room.must(TEACHER, { kind: 'change-settings', patch: { pace: automatic } });
    room.next();
    const fast = room.state().clock;
    room.must(TEACHER, { kind: 'change-settings', patch: { pace: { kind: 'automatic', speed: 1 } } });
    const slow = room.state().clock;
    if (fast.kind !== 'running' || slow.kind !== 'running') throw new Error('both should run');
    expect(slow.totalMs).toBe(2 * fast.totalMs);
    room.must(TEACHER, { kind: 'change-settings', patch: { pace: { kind: 'manual' } } });
    expect(room.state().clock.kind).toBe('off');
  });

  it('goes on by itself, and waits between rounds while the teacher is away', () => {
    const room = classIn(2, { settings: { pace: automatic, closeRule: 'teacher' } });
    room.reach('adjust');
    const ranOut = () => ({ kind: 'clock-ran-out', expected: room.state().serial }) as const;
    room.must(ROOM, ranOut(), 60_000);
    expect(runningRound(room.state())?.phase.kind).toBe('adjust');
    expect(room.state().clock.kind).toBe('off');
    room.must(ROOM, { kind: 'teacher-connected' });
    expect(room.state().clock.kind).toBe('running');
    room.must(ROOM, ranOut(), 60_000);
    expect(runningRound(room.state())).toMatchObject({ id: 2, phase: { kind: 'predict' } });
  });
});
