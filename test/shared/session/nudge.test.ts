import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../shared/session/limits.ts';
import { runningRound } from '../../../shared/session/state.ts';
import { openClassroom, ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';

const GUESS = 0;
const PROBE = 2;
const BACKPROP = 3;

/** A class of three in the first stage, where nobody knows better, waiting for nudges. */
function nudgingClass(stage = GUESS, students = 3): Classroom {
  const room = openClassroom({ settings: { closeRule: 'teacher', roundSeconds: 20 } });
  room.join(students);
  room.enter(stage);
  room.reach('nudge');
  return room;
}

const own = (room: Classroom, seat: number): number =>
  room.state().owners.findIndex((seats) => seats.some((owner) => owner === seat));

describe('proposing a nudge', () => {
  it('stands in the running round with its direction and size', () => {
    const room = nudgingClass();
    room.must(room.student(1), room.nudge(1, 1));
    const standing = runningRound(room.state())?.nudges.get(own(room, 1));
    expect([...(standing ?? [])]).toEqual([[1, { direction: 1, size: 'normal', probe: null }]]);
  });

  it('may change until the round closes: the last one stands', () => {
    const room = nudgingClass();
    room.must(room.student(1), room.nudge(1, 1));
    room.must(room.student(1), room.nudge(1, -1));
    expect([...(runningRound(room.state())?.nudges.get(own(room, 1))?.values() ?? [])]).toMatchObject([
      { direction: -1 },
    ]);
  });

  it('is filed once when the page repeats itself, and the repeat is accepted', () => {
    const room = nudgingClass();
    const actor = room.student(1);
    room.must(actor, room.nudge(1, 1));
    expect(room.must(actor, room.nudge(1, 1))).toEqual([]);
    expect(room.facts().filter((fact) => fact.type === 'nudged')).toHaveLength(1);
  });

  it('is refused for a weight of somebody else, whoever asks for whichever', () => {
    const room = nudgingClass(GUESS, 17);
    for (let seat = 1; seat <= 17; seat++) {
      for (let parameter = 0; parameter < 17; parameter++) {
        const mine = own(room, seat) === parameter;
        expect(room.refused(room.student(seat), room.nudge(seat, 1, parameter))).toBe(
          mine ? null : 'not-owner',
        );
      }
    }
  });

  it('is refused for a parameter that does not exist', () => {
    const room = nudgingClass();
    expect(room.refused(room.student(1), room.nudge(1, 1, 17))).toBe('unknown-parameter');
  });

  it('is refused for a round that is not the running one', () => {
    const room = nudgingClass();
    expect(room.refused(room.student(1), { ...room.nudge(1, 1), kind: 'nudge', round: 7 } as never)).toBe(
      'unknown-round',
    );
  });

  it.each(['predict', 'compare'] as const)('is refused while the class is at %s', (phase) => {
    const room = openClassroom();
    room.join(1);
    room.enter(GUESS);
    room.reach(phase);
    expect(room.refused(room.student(1), room.nudge(1, 1))).toBe('not-now');
  });

  it('is refused before any round', () => {
    const room = openClassroom();
    room.join(1);
    expect(
      room.refused(room.student(1), { kind: 'nudge', round: 1, parameter: 0, direction: 1, size: 'small' }),
    ).toBe('not-now');
  });

  it('is refused while the class is paused', () => {
    const room = nudgingClass();
    room.must(TEACHER, { kind: 'pause' });
    expect(room.refused(room.student(1), room.nudge(1, 1))).toBe('paused');
  });

  it('is told how late it came when the round has closed', () => {
    const room = nudgingClass();
    room.next();
    const decision = room.ask(room.student(1), room.nudge(1, 1), 600);
    expect(decision).toEqual({ ok: false, refusal: { code: 'late', ms: 600 } });
  });

  it('counts for one second after the deadline, the same for all, and not a millisecond more', () => {
    const room = nudgingClass(PROBE);
    const left = room.state().clock;
    if (left.kind !== 'running') throw new Error('the round should be timed');
    const edge = left.remainingMs + LIMITS.inFlightGraceMs;
    expect(room.refused(room.student(1), room.nudge(1, 1), edge - 1)).toBeNull();
    expect(room.refused(room.student(2), room.nudge(2, 1), edge)).toBe('late');
  });

  it('is refused from a muted seat, from a removed one and from one that never was', () => {
    const room = nudgingClass();
    room.must(TEACHER, { kind: 'mute-seat', seat: 1, muted: true });
    room.must(TEACHER, { kind: 'remove-seat', seat: 2 });
    expect(room.refused(room.student(1), room.nudge(1, 1))).toBe('muted');
    expect(room.refused(room.student(2), room.nudge(2, 1))).toBe('removed');
    expect(room.refused(room.student(99), room.nudge(1, 1))).toBe('unknown-seat');
  });

  it('is refused after sixty changes of mind in one round', () => {
    const room = nudgingClass();
    for (let change = 0; change < LIMITS.nudgesPerSeatAndRound; change++) {
      room.must(room.student(1), room.nudge(1, change % 2 === 0 ? 1 : -1));
    }
    expect(room.refused(room.student(1), room.nudge(1, 1))).toBe('slow-down');
  });

  it('is refused once the session has ended', () => {
    const room = nudgingClass();
    room.must(TEACHER, { kind: 'end-session' });
    expect(room.refused(room.student(1), room.nudge(1, 1))).toBe('session-ended');
  });

  it('carries both ways of the error in the stage that probes, and in no other', () => {
    const probing = nudgingClass(PROBE);
    const [fact] = probing.must(probing.student(1), probing.nudge(1, 1));
    expect(fact).toMatchObject({
      type: 'nudged',
      probe: { down: expect.any(Number), up: expect.any(Number) },
    });
    const guessing = nudgingClass(GUESS);
    const [blind] = guessing.must(guessing.student(1), guessing.nudge(1, 1));
    expect(blind).toMatchObject({ type: 'nudged', probe: null });
  });
});

describe('closing a round by itself', () => {
  const classOf = (closeRule: 'all' | 'ninety-percent' | 'teacher', students: number): Classroom => {
    const room = openClassroom({ settings: { closeRule } });
    room.join(students);
    room.enter(GUESS);
    room.reach('nudge');
    return room;
  };
  const phase = (room: Classroom): string | undefined => runningRound(room.state())?.phase.kind;

  it('waits for everybody present', () => {
    const room = classOf('all', 17);
    for (let seat = 1; seat <= 16; seat++) room.must(room.student(seat), room.nudge(seat, 0));
    expect(phase(room)).toBe('nudge');
    room.must(room.student(17), room.nudge(17, 0));
    expect(phase(room)).toBe('adjust');
  });

  it('closes at nine in ten when the teacher likes it so', () => {
    const room = classOf('ninety-percent', 20);
    for (let seat = 1; seat <= 17; seat++) room.must(room.student(seat), room.nudge(seat, 0));
    expect(phase(room)).toBe('nudge');
    room.must(room.student(18), room.nudge(18, 0));
    expect(phase(room)).toBe('adjust');
  });

  it('waits for the teacher when it should', () => {
    const room = classOf('teacher', 17);
    for (let seat = 1; seat <= 17; seat++) room.must(room.student(seat), room.nudge(seat, 0));
    expect(phase(room)).toBe('nudge');
  });

  it('does not wait for whoever has gone, and looks again when somebody goes', () => {
    const room = classOf('all', 17);
    for (let seat = 1; seat <= 16; seat++) room.must(room.student(seat), room.nudge(seat, 0));
    room.must(ROOM, { kind: 'seat-disconnected', seat: 17 as never });
    expect(phase(room)).toBe('adjust');
  });

  it.each([{ kind: 'resume' }, { kind: 'attention', on: false }] as const)(
    'looks again when the class goes on ($kind): somebody may have gone during the pause (T08)',
    (command) => {
      const room = classOf('all', 17);
      for (let seat = 1; seat <= 16; seat++) room.must(room.student(seat), room.nudge(seat, 0));
      room.must(TEACHER, command.kind === 'resume' ? { kind: 'pause' } : { kind: 'attention', on: true });
      room.must(ROOM, { kind: 'seat-disconnected', seat: 17 as never });
      expect(phase(room)).toBe('nudge');
      room.must(TEACHER, command);
      expect(phase(room)).toBe('adjust');
    },
  );

  it('does not wait for whoever joined in the middle of it', () => {
    const room = classOf('all', 17);
    room.join(1);
    for (let seat = 1; seat <= 17; seat++) room.must(room.student(seat), room.nudge(seat, 0));
    expect(phase(room)).toBe('adjust');
  });

  it('waits for every weight of a student who holds several', () => {
    const room = classOf('all', 5);
    for (let seat = 1; seat <= 5; seat++) room.must(room.student(seat), room.nudge(seat, 0));
    expect(phase(room)).toBe('nudge');
    for (const [parameter, [seat]] of room.state().owners.entries()) {
      if (seat !== undefined && phase(room) === 'nudge')
        room.must(room.student(seat), room.nudge(seat, 0, parameter));
    }
    expect(phase(room)).toBe('adjust');
  });

  it('gives the class a last chance in probe, where the last to commit has only just seen both values', () => {
    const room = openClassroom({ settings: { closeRule: 'all', roundSeconds: 60 } });
    room.join(17);
    room.enter(PROBE);
    room.reach('nudge');
    for (let seat = 1; seat <= 17; seat++) room.must(room.student(seat), room.nudge(seat, 1), 1_000);
    expect(phase(room)).toBe('nudge');
    expect(room.state().clock).toMatchObject({ kind: 'running', remainingMs: LIMITS.lastChanceMs });
    expect(room.must(room.student(3), room.nudge(3, -1), 2_000).map(({ type }) => type)).toEqual(['nudged']);
    room.must(ROOM, { kind: 'clock-ran-out', expected: room.state().serial }, 7_000);
    expect(phase(room)).toBe('adjust');
  });

  it('lets a class of bots alone wait for its teacher', () => {
    const room = openClassroom();
    room.bots(17);
    room.enter(GUESS);
    room.reach('nudge');
    expect(phase(room)).toBe('nudge');
  });
});

describe('guessing the arrow in backprop', () => {
  const room = openClassroom({ settings: { closeRule: 'teacher' } });
  room.join(17);
  room.enter(BACKPROP);
  room.reach('compare');
  const seatOf = (parameter: number): number => room.state().owners[parameter]?.[0] ?? 0;
  const guessFor = (parameter: number) =>
    ({ kind: 'guess-arrow', round: room.state().roundCount, parameter, direction: 1 }) as const;

  it('is open until its own layer is, and closed after', () => {
    expect(room.refused(room.student(seatOf(16)), guessFor(16))).toBeNull();
    room.reach('backward');
    expect(room.refused(room.student(seatOf(15)), guessFor(15))).toBe('not-now');
    expect(room.refused(room.student(seatOf(0)), guessFor(0))).toBeNull();
  });

  it('is for one’s own weight', () => {
    expect(room.refused(room.student(seatOf(1)), guessFor(0))).toBe('not-owner');
  });

  it('has no place in a stage without a backward pass', () => {
    const probing = nudgingClass(PROBE);
    expect(
      probing.refused(probing.student(1), {
        kind: 'guess-arrow',
        round: probing.state().roundCount,
        parameter: own(probing, 1),
        direction: 1,
      }),
    ).toBe('not-now');
  });
});
