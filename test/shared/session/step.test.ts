import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepTaken } from '../../../shared/session/events.ts';
import { aggregate, signedMultiple, type Nudge } from '../../../shared/session/nudges.ts';
import { runningRound, runningStage, type SessionState } from '../../../shared/session/state.ts';
import { openClassroom, ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';

/** The class's network by hand: a 2-4-1 network of tanh, written without the project's own engine. */
function meanLoss(state: SessionState, p: readonly number[]): number {
  const w = (index: number): number => p[index] ?? Number.NaN;
  const { training } = state.setup.data;
  const total = training.reduce((sum, { features: [x = 0, y = 0], target: [truth = 0] }) => {
    const hidden = [0, 1, 2, 3].map((j) => Math.tanh(w(2 * j) * x + w(2 * j + 1) * y + w(8 + j)));
    const answer = Math.tanh(hidden.reduce((acc, h, j) => acc + w(12 + j) * h, 0) + w(16));
    return sum + 0.5 * (answer - truth) ** 2;
  }, 0);
  return total / training.length;
}

function lastStep(room: Classroom): StepTaken {
  const step = runningRound(room.state())?.outcome?.step;
  if (step === undefined) throw new Error('no step was taken');
  return step;
}

function nudgingClass(
  stage: number,
  students: number,
  aggregation: 'mean' | 'majority' | 'median' = 'mean',
): Classroom {
  const room = openClassroom({ settings: { closeRule: 'teacher', aggregation, caretaker: 'hold' } });
  room.join(students);
  room.enter(stage);
  room.reach('nudge');
  return room;
}

describe('what a step does', () => {
  it('moves each weight by its step size times what its owners agreed on, and nothing else', () => {
    const room = nudgingClass(2, 17);
    const before = room.state().parameters;
    const size = runningStage(room.state())?.stepSizes[0] ?? 0;
    const [owner] = room.state().owners[3] ?? [];
    room.must(room.student(owner ?? 0), { ...room.nudge(owner ?? 0, -1, 3), size: 'large' } as never);
    room.next();
    const step = lastStep(room);
    expect(
      step.moves
        .map((move, index) => (index === 3 ? move + 2 * size : move))
        .every((rest) => Math.abs(rest) < 1e-12),
    ).toBe(true);
    expect(room.state().parameters[3]).toBeCloseTo((before[3] ?? 0) - 2 * size, 12);
  });

  it('says the error alone, one by one and together as a calculation by hand does', () => {
    const room = nudgingClass(2, 34);
    const before = room.state().parameters;
    const directions = [1, -1, 0] as const;
    for (let seat = 1; seat <= 34; seat++)
      room.must(room.student(seat), room.nudge(seat, directions[seat % 3] ?? 0));
    const sizes = runningStage(room.state())?.stepSizes ?? [];
    const owners = room.state().owners;
    const state = room.state();
    const round = runningRound(state);
    room.next();
    const step = lastStep(room);
    const lossBefore = meanLoss(state, before);
    expect(step.effects.together).toBeCloseTo(meanLoss(state, step.parameters) - lossBefore, 12);
    const oneByOne = before.map((_, parameter) => {
      const moved = before.map((value, index) =>
        index === parameter ? (step.parameters[index] ?? 0) : value,
      );
      return meanLoss(state, moved) - lossBefore;
    });
    for (const [parameter, effect] of oneByOne.entries())
      expect(step.effects.perParameter[parameter]).toBeCloseTo(effect, 12);
    expect(step.effects.sumAlone).toBeCloseTo(
      oneByOne.reduce((sum, effect) => sum + effect, 0),
      12,
    );
    for (const outcome of step.seats) {
      const parameter = owners.findIndex((seats) => seats.includes(outcome.seat));
      const nudge = round?.nudges.get(parameter)?.get(outcome.seat);
      const moved = before.map((value, index) =>
        index === parameter && nudge !== undefined
          ? value + signedMultiple(nudge) * (sizes[index] ?? 0)
          : value,
      );
      expect(outcome.alone).toBeCloseTo(meanLoss(state, moved) - lossBefore, 12);
    }
  });

  it('calls it agreement to go against the gradient, and to leave a weight that neither way helps', () => {
    const room = nudgingClass(2, 17);
    const state = room.state();
    const sizes = runningStage(state)?.stepSizes ?? [];
    const slope = (parameter: number): number => {
      const at = (delta: number): number =>
        meanLoss(
          state,
          state.parameters.map((value, index) => (index === parameter ? value + delta : value)),
        );
      return (at(1e-5) - at(-1e-5)) / 2e-5;
    };
    for (let seat = 1; seat <= 17; seat++)
      room.must(room.student(seat), room.nudge(seat, seat % 2 === 0 ? 1 : 0));
    room.next();
    for (const outcome of lastStep(room).seats) {
      const parameter = state.owners.findIndex((seats) => seats.includes(outcome.seat));
      const at = (delta: number): number =>
        meanLoss(
          state,
          state.parameters.map((value, index) => (index === parameter ? value + delta : value)),
        );
      const size = sizes[parameter] ?? 0;
      const flat = Math.abs(slope(parameter)) < 1e-3 || Math.min(at(size), at(-size)) >= at(0);
      const agreed = outcome.seat % 2 === 0 ? slope(parameter) < 0 : flat;
      expect(outcome.agreed, `parameter ${parameter}`).toBe(agreed ? 1 : 0);
    }
  });

  it('tells two owners who pull opposite ways that they cancelled each other', () => {
    const room = nudgingClass(2, 34);
    const [one, other] = room.state().owners[0] ?? [];
    room.must(room.student(one ?? 0), room.nudge(one ?? 0, 1, 0));
    room.must(room.student(other ?? 0), room.nudge(other ?? 0, -1, 0));
    room.next();
    const step = lastStep(room);
    expect(step.multiples[0]).toBe(0);
    expect(step.seats.filter(({ cancelled }) => cancelled.includes(0)).map(({ seat }) => seat)).toEqual([
      one,
      other,
    ]);
  });

  it('leaves a weight where it is when nobody proposed for it', () => {
    const room = nudgingClass(2, 17);
    room.next();
    expect(lastStep(room).moves.every((move) => move === 0)).toBe(true);
  });

  it('lets the caretaker mind an absent student’s weight in probe, and hold it still where nobody can know better', () => {
    for (const [stage, moves] of [
      [2, true],
      [0, false],
    ] as const) {
      const room = openClassroom({ settings: { closeRule: 'teacher', caretaker: 'probe' } });
      const seats = room.join(17);
      for (const seat of seats) {
        room.must(ROOM, { kind: 'seat-disconnected', seat });
        room.must(ROOM, { kind: 'absence-grace-over', seat });
      }
      room.enter(stage);
      room.reach('adjust');
      expect(lastStep(room).moves.some((move) => move !== 0)).toBe(moves);
    }
  });

  it('still counts what a student proposed before the connection was lost', () => {
    const room = nudgingClass(2, 17);
    const [seat] = room.state().owners[5] ?? [];
    if (seat === undefined) throw new Error('parameter 5 should have an owner');
    room.must(room.student(seat), room.nudge(seat, 1, 5));
    room.must(ROOM, { kind: 'seat-disconnected', seat });
    room.must(ROOM, { kind: 'absence-grace-over', seat });
    room.next();
    expect(lastStep(room).multiples[5]).toBe(1);
  });

  it('takes with it what a removed student had proposed', () => {
    const room = nudgingClass(2, 17);
    const [seat] = room.state().owners[5] ?? [];
    room.must(room.student(seat ?? 0), room.nudge(seat ?? 0, 1, 5));
    room.must(TEACHER, { kind: 'remove-seat', seat: seat ?? 0 });
    room.next();
    expect(lastStep(room).multiples[5]).toBe(0);
  });

  it('costs one pass to try, two per weight to probe, and one each way to backpropagate', () => {
    const cost = (stage: number): unknown => {
      const room = nudgingClass(stage, 17);
      for (let seat = 1; seat <= 17; seat++) room.must(room.student(seat), room.nudge(seat, 1));
      room.next();
      return lastStep(room).cost;
    };
    expect([0, 1, 2, 3].map(cost)).toEqual([
      { forward: 1, backward: 0 },
      { forward: 1, backward: 0 },
      { forward: 35, backward: 0 },
      { forward: 1, backward: 1 },
    ]);
  });
});

describe('what probing costs', () => {
  it('is two passes for each weight and size somebody asked about, once however many ask', () => {
    const room = nudgingClass(2, 34);
    const [one, other] = room.state().owners[0] ?? [];
    if (one === undefined || other === undefined) throw new Error('two share the first weight');
    for (const seat of [one, other, one]) room.must(room.student(seat), room.nudge(seat, 1, 0));
    room.must(room.student(one), { ...room.nudge(one, 1, 0), size: 'small' } as never);
    room.next();
    expect(lastStep(room).cost).toEqual({ forward: 1 + 2 * 2, backward: 0 });
  });
});

describe('keep-if-better', () => {
  it('takes back at once, by a fact of its own, every round that raised the error, and no other', () => {
    const room = openClassroom();
    room.bots(17);
    room.enter(1);
    let takenBack = 0;
    for (let round = 0; round < 20; round++) {
      const before = room.state();
      room.reach('adjust');
      const outcome = runningRound(room.state())?.outcome;
      if (outcome?.takenBack) {
        takenBack++;
        expect(room.state().parameters).toEqual(before.parameters);
        expect(outcome.step.figures.loss).toBeGreaterThan(before.figures.loss);
      } else {
        expect(room.state().figures.loss).toBeLessThanOrEqual(before.figures.loss);
      }
      room.next();
    }
    expect(takenBack).toBeGreaterThan(5);
    expect(room.facts().filter(({ type }) => type === 'step-taken-back')).toHaveLength(takenBack);
  });
});

describe('several owners’ nudges of one weight', () => {
  const of = (...directions: readonly (-1 | 0 | 1)[]): readonly Nudge[] =>
    directions.map((direction) => ({ direction, size: 'normal' }));

  it('are averaged, with leaving as zero', () => {
    expect(aggregate(of(1, 1, 0, -1), 'mean')).toBe(0.25);
  });
  it('follow the most by majority, and a tie stays put', () => {
    expect(aggregate(of(1, 1, 0, -1), 'majority')).toBe(1);
    expect(aggregate(of(1, -1), 'majority')).toBe(0);
  });
  it('take the middle by median, which a few saboteurs cannot move', () => {
    expect(
      aggregate(
        [...of(1, 1, 1), { direction: -1, size: 'large' }, { direction: -1, size: 'large' }],
        'median',
      ),
    ).toBe(1);
    expect(aggregate(of(1, 0), 'median')).toBe(0.5);
  });
  it('are nothing when nobody proposed', () => {
    for (const how of ['mean', 'majority', 'median'] as const) expect(aggregate([], how)).toBe(0);
  });
  it('never move further than the boldest of them', () => {
    const nudge = fc.record({
      direction: fc.constantFrom(-1 as const, 0 as const, 1 as const),
      size: fc.constantFrom('small' as const, 'normal' as const, 'large' as const),
    });
    fc.assert(
      fc.property(
        fc.array(nudge, { minLength: 1 }),
        fc.constantFrom('mean' as const, 'majority' as const, 'median' as const),
        (nudges, how) => {
          const multiples = nudges.map(signedMultiple);
          const move = aggregate(nudges, how);
          expect(move).toBeLessThanOrEqual(Math.max(0, ...multiples));
          expect(move).toBeGreaterThanOrEqual(Math.min(0, ...multiples));
        },
      ),
    );
  });
});
