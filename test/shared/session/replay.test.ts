import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../shared/session/events.ts';
import { evolve, openedState } from '../../../shared/session/evolve.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { openClassroom, ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { seatNumber } from '../../../shared/session/ids.ts';

/** What a class might do next, sensible or not; refusals are part of life. */
function doSomething(room: Classroom, what: number, which: number): void {
  const expected = room.state().serial;
  const seat = seatNumber((which % 12) + 1);
  const actions: readonly (() => unknown)[] = [
    () => room.ask(TEACHER, { kind: 'next', expected }),
    () => room.ask(TEACHER, { kind: 'next', expected }),
    () => room.ask(TEACHER, { kind: 'next', expected }),
    () => room.ask(room.student(seat), room.nudge(seat, which % 2 === 0 ? 1 : -1)),
    () => room.ask(room.student(seat), room.nudge(seat, 0, which % 17)),
    () => room.ask(TEACHER, { kind: 'enter-stage', expected, stage: which % 5 }),
    () => room.ask(TEACHER, { kind: 'fast-forward', expected, rounds: (which % 5) + 1 }),
    () => room.ask(TEACHER, { kind: 'go-back', expected, point: which % 9 }),
    () => room.ask(TEACHER, { kind: 'pause' }),
    () => room.ask(TEACHER, { kind: 'resume' }),
    () => room.ask(ROOM, { kind: 'seat-disconnected', seat }),
    () => room.ask(ROOM, { kind: 'seat-connected', seat }),
    () => room.ask(ROOM, { kind: 'absence-grace-over', seat }),
    () => room.ask(TEACHER, { kind: 'remove-seat', seat }),
    () => room.ask(TEACHER, { kind: 'restore-seat', seat }),
    () => room.ask(TEACHER, { kind: 'mute-seat', seat, muted: which % 2 === 0 }),
    () => room.ask(TEACHER, { kind: 'reassign', seat, parameter: which % 17 }),
    () => room.ask(TEACHER, { kind: 'change-settings', patch: { stepSize: 0.1 + (which % 9) } }),
    () => room.ask(ROOM, { kind: 'mark-clock' }, which * 10),
    () => room.join(1),
  ];
  actions[what % actions.length]?.();
}

const busyClass = fc
  .array(fc.tuple(fc.nat({ max: 19 }), fc.nat({ max: 500 })), { minLength: 1, maxLength: 120 })
  .map((acts) => {
    const room = openClassroom({ seed: acts.length });
    room.join(6);
    room.bots(4);
    for (const [what, which] of acts) doSomething(room, what, which);
    return room;
  });

function replay(facts: readonly SessionEvent[]): SessionState {
  const [opened, ...rest] = facts;
  if (opened?.type !== 'session-opened') throw new Error('a session opens first');
  return rest.reduce(evolve, openedState(opened));
}

describe('a session is its facts', () => {
  it('gives the same state bit for bit when its facts are read back from JSON', () => {
    fc.assert(
      fc.property(busyClass, (room) => {
        const read: readonly SessionEvent[] = JSON.parse(JSON.stringify(room.facts()));
        expect(replay(read)).toEqual(room.state());
      }),
      { numRuns: 40 },
    );
  });

  it('holds finite numbers only, whatever the class does', () => {
    fc.assert(
      fc.property(busyClass, (room) => {
        expect(JSON.stringify(room.facts())).not.toMatch(/null,null,null|NaN|Infinity/u);
        expect(room.state().parameters.every(Number.isFinite)).toBe(true);
        expect(Number.isFinite(room.state().figures.loss)).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps every seat’s parameters with seats of the class, and loads within one of each other at each round', () => {
    fc.assert(
      fc.property(busyClass, (room) => {
        room.enter(0);
        const { seats, owners } = room.state();
        const seated = [...seats.values()].filter(({ membership }) => membership === 'seated');
        const loads = seated.map(({ seat }) => owners.filter((own) => own.includes(seat)).length);
        expect(owners.flat().every((seat) => seats.get(seat)?.membership === 'seated')).toBe(true);
        if (loads.length > 0) expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});
