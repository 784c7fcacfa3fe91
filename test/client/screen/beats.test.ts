import { describe, expect, it } from 'vitest';
import { beatsOf, momentOf } from '../../../client/screens/screen/beats.ts';
import { classIn, openClass, runAhead, seen, STAGE } from './class-views.ts';

describe('a phase on the projector', () => {
  it('shows the forward pass layer by layer where it is one phase', () => {
    const beats = beatsOf(seen(classIn(STAGE.guess, 'predict')), 1);
    expect(beats.map(({ flow }) => flow)).toEqual([
      { pass: 'forward', layer: 1 },
      { pass: 'forward', layer: 2 },
    ]);
  });

  it('shows only the layer that is open where each layer is a phase of its own', () => {
    const room = classIn(STAGE.backprop, 'predict');
    expect(beatsOf(seen(room), 1).map(({ flow }) => flow)).toEqual([{ pass: 'forward', layer: 1 }]);
    room.reach('backward');
    expect(beatsOf(seen(room), 1).map(({ flow }) => flow)).toEqual([{ pass: 'backward', layer: 2 }]);
  });

  it('shows a step as it was before, then as it is, with the error beside the one it replaces', () => {
    const room = classIn(STAGE.probe, 'nudge');
    const before = seen(room);
    room.must(room.student(1), room.nudge(1, 1));
    room.next();
    const after = seen(room);
    const [first, last] = beatsOf(after, before.curve.length);
    expect(first?.loss).toBe(before.network.loss);
    first?.parameters.forEach((value, index) =>
      expect(value).toBeCloseTo(before.network.parameters[index] ?? Number.NaN, 12),
    );
    expect(first?.points).toBe(before.curve.length);
    expect(last).toMatchObject({
      parameters: after.network.parameters,
      loss: after.network.loss,
      previous: before.network.loss,
      points: after.curve.length,
      verdict: 'final',
    });
  });

  it('lets the class see what it tried before a round is taken back', () => {
    const room = classIn(STAGE.keepIfBetter, 'nudge', 17);
    for (let round = 0; round < 12; round++) {
      for (let seat = 1; seat <= 17; seat++) room.ask(room.student(seat), room.nudge(seat, 1));
      if (room.state().activity.kind === 'stage') room.reach('adjust');
      if (seen(room).step?.takenBack === true) break;
      room.next();
      room.reach('nudge');
    }
    const view = seen(room);
    const beats = beatsOf(view, view.curve.length - 1);
    expect(view.step?.takenBack).toBe(true);
    expect(beats.map(({ verdict }) => verdict)).toEqual(['none', 'tried', 'final']);
    expect(beats[1]?.loss).toBe(view.step?.lossAfter);
    expect(beats[1]?.parameters).not.toEqual(view.network.parameters);
    expect(beats[2]?.parameters).toBe(view.network.parameters);
    expect(beats[2]?.loss).toBe(view.network.loss);
  });

  it('draws rounds run ahead one after the other, in less than three seconds however many they are', () => {
    const room = classIn(STAGE.guess, 'nudge');
    const before = seen(room).curve.length;
    runAhead(room, 40);
    const view = seen(room);
    const beats = beatsOf(view, before);
    expect(beats[0]?.points).toBe(before);
    expect(beats[beats.length - 1]).toMatchObject({ points: view.curve.length, verdict: 'final' });
    expect(beats[beats.length - 1]?.atMs).toBeLessThanOrEqual(3_000);
  });

  it('does not replay rounds to a screen that was not there', () => {
    const room = classIn(STAGE.guess, 'nudge');
    runAhead(room, 40);
    expect(beatsOf(seen(room), null)).toHaveLength(1);
  });

  it('ends as things stand, in every phase of every stage', () => {
    for (const stage of Object.values(STAGE)) {
      const room = openClass();
      room.enter(stage);
      for (let presses = 0; presses < 8; presses++) {
        room.next();
        const view = seen(room);
        const last = beatsOf(view, 1).at(-1);
        expect(last).toMatchObject({ parameters: view.network.parameters, loss: view.network.loss });
        expect(last?.points).toBe(view.curve.length);
      }
    }
  });
});

describe('the moment of a class', () => {
  it('stays the same while proposals come in, so that nothing starts again', () => {
    const room = classIn(STAGE.guess, 'nudge');
    const before = momentOf(seen(room));
    room.must(room.student(1), room.nudge(1, 1));
    expect(momentOf(seen(room))).toBe(before);
  });

  it('changes with every phase, every layer, and when rounds run ahead', () => {
    const room = openClass();
    room.enter(STAGE.backprop);
    const moments = [momentOf(seen(room))];
    for (let presses = 0; presses < 7; presses++) {
      room.next();
      moments.push(momentOf(seen(room)));
    }
    runAhead(room, 2);
    moments.push(momentOf(seen(room)));
    expect(new Set(moments).size).toBe(moments.length);
  });
});
