import { describe, expect, it } from 'vitest';
import { adjustedWeight, kindOfSum, type AdjustedWeight } from '../../../client/screens/student/adjusted.ts';
import { arrowOf } from '../../../client/screens/student/arrow.ts';
import { choiceFor } from '../../../client/screens/student/choice.ts';
import { ownWeights, type OwnWeight } from '../../../client/screens/student/own-weights.ts';
import { changeDecimals, probeReadout } from '../../../client/screens/student/probe-readout.ts';
import { lossOf } from '../../../shared/network/evaluate.ts';
import { createTopology } from '../../../shared/network/topology.ts';
import { seatView } from '../../../shared/projection/seat-view.ts';
import { openClassroom, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { phoneWords, viewsOf } from '../../helpers/phone.ts';

const STAGES = { guess: 0, 'keep-if-better': 1, probe: 2, backprop: 3 };
const words = await phoneWords('es');

/** A class of two students that closes when the teacher says so, in a stage's nudge phase. */
function inStage(stage: keyof typeof STAGES): Classroom {
  const room = openClassroom({ settings: { closeRule: 'teacher' } });
  room.join(2);
  room.enter(STAGES[stage]);
  room.reach('nudge');
  return room;
}

function firstWeight(room: Classroom): OwnWeight {
  const { view, seat } = viewsOf(room, 1);
  const topology = createTopology(room.state().setup.network);
  const [weight] = ownWeights(view, seat, topology, words.common);
  if (weight === undefined) throw new Error('seat 1 should own a weight');
  return weight;
}

describe('my weight in words', () => {
  it('says where it goes from and to, what it does, and what it is', () => {
    const weight = firstWeight(inStage('guess'));
    expect(weight.title).toMatch(/^(del?|de las?|sesgo) /u);
    expect(weight.meaning).toMatch(/^cuánto /u);
    expect(Number.isFinite(weight.value)).toBe(true);
  });
});

const NOTHING = { pending: [], unseen: [] };

describe('what trying it both ways tells', () => {
  it('is nothing before the seat has committed', () => {
    const room = inStage('probe');
    const weight = firstWeight(room);
    expect(probeReadout(weight, choiceFor(1, weight.seat, NOTHING, 'normal'), 0.5)).toBeNull();
  });

  it('is the exact error one step either way, and the curve runs through both', () => {
    const room = inStage('probe');
    const { parameter } = firstWeight(room);
    room.must(room.student(1), room.nudge(1, 1));
    const weight = firstWeight(room);
    const loss = room.state().figures.loss;
    const readout = probeReadout(weight, choiceFor(1, weight.seat, NOTHING, 'normal'), loss);
    const topology = createTopology(room.state().setup.network);
    const moved = [...room.state().parameters];
    moved[parameter.index] = weight.value + weight.stepSize;
    expect(readout?.change[1]).toBeCloseTo(
      lossOf(topology, moved, room.state().setup.data.training) - loss,
      12,
    );
    expect(readout?.curve.raise?.value).toBeCloseTo(weight.value + weight.stepSize, 12);
    expect(readout?.curve.points[0]?.value).toBeLessThan(weight.value);
  });

  it('is hidden while a choice of another size is on its way', () => {
    const room = inStage('probe');
    room.must(room.student(1), room.nudge(1, 1));
    const weight = firstWeight(room);
    const command = room.nudge(1, 1);
    if (command.kind !== 'nudge') throw new Error('a nudge is a nudge');
    const larger = { seq: 9, intent: { ...command, size: 'large' } as const };
    const choice = choiceFor(
      room.state().roundCount,
      weight.seat,
      { pending: [larger], unseen: [] },
      'normal',
    );
    expect(probeReadout(weight, choice, 0.5)).toBeNull();
  });

  it('is written with enough decimals that no change looks like nothing', () => {
    const curve = { points: [], now: { value: 0, loss: 0 }, lower: null, raise: null };
    expect(changeDecimals({ change: { [-1]: 0.006, 1: -0.005 }, curve })).toBe(3);
    expect(changeDecimals({ change: { [-1]: 0.0002, 1: -0.005 }, curve })).toBe(4);
  });
});

describe('the arrow of my weight', () => {
  it('is not there before its layer opens, and points where the error falls once it has', () => {
    const room = openClassroom({ settings: { closeRule: 'teacher' } });
    room.join(2);
    room.enter(STAGES.backprop);
    room.next();
    const topology = createTopology(room.state().setup.network);
    const { parameter } = firstWeight(room);
    expect(arrowOf(viewsOf(room, 1).view.backward, topology, parameter)).toBeNull();
    room.reach('nudge');
    const arrow = arrowOf(viewsOf(room, 1).view.backward, topology, parameter);
    const { training } = room.state().setup.data;
    const tiny = [...room.state().parameters];
    tiny[parameter.index] = (tiny[parameter.index] ?? 0) + 1e-6;
    const slope = (lossOf(topology, tiny, training) - room.state().figures.loss) / 1e-6;
    expect(arrow?.gradient).toBeCloseTo(slope, 4);
    expect(arrow?.direction).toBe(slope > 0 ? -1 : 1);
  });
});

/** So many in the first round of a class whose teacher closes it. */
function nudging(students: number): Classroom {
  const room = openClassroom({ settings: { closeRule: 'teacher' } });
  room.join(students);
  room.enter(STAGES.guess);
  room.reach('nudge');
  return room;
}

/** What the first student is told of the first of its weights once the step is taken. */
function firstAdjusted(room: Classroom): AdjustedWeight {
  room.reach('adjust');
  const { view } = viewsOf(room, 1);
  if (view.step === null) throw new Error('an adjusted round has a step');
  return adjustedWeight(firstWeight(room), view.step, view.network);
}

describe('what the round did to my weight', () => {
  it('shows what it was and what it is', () => {
    const room = inStage('guess');
    const before = firstWeight(room);
    room.must(room.student(1), room.nudge(1, 1));
    room.reach('adjust');
    const { view } = viewsOf(room, 1);
    const weight = firstWeight(room);
    if (view.step === null) throw new Error('an adjusted round has a step');
    const adjusted = adjustedWeight(weight, view.step, view.network);
    expect(adjusted.before).toBeCloseTo(before.value, 12);
    expect(adjusted.moved).toBeCloseTo(before.value + before.stepSize, 12);
    expect(adjusted.mine).toEqual({ direction: 1, size: 'normal' });
    expect(adjusted.others).toBeNull();
  });

  it('shows where it had gone when the round was taken back', () => {
    const step = {
      round: 1,
      lossBefore: 0.5,
      lossAfter: 0.6,
      takenBack: true,
      fast: false,
      multiples: [1],
      moves: [0.3],
      bounded: [],
      together: 0.1,
      sumAlone: 0.1,
      perParameter: [0.1],
    };
    const weight = { ...firstWeight(inStage('guess')), parameter: { index: 0, layer: 1, from: 0, to: 0 } };
    const adjusted = adjustedWeight(weight, step, { parameters: [1], loss: 0.5, stepSizes: [0.3] });
    expect(adjusted).toMatchObject({ before: 1, moved: 1.3 });
  });

  it('tells owners who pulled against each other that they cancelled out', () => {
    const room = nudging(34);
    const { parameter } = firstWeight(room);
    const owners = room.state().owners[parameter.index] ?? [];
    expect(owners.length).toBe(2);
    for (const owner of owners) {
      room.must(room.student(owner), room.nudge(owner, owner === 1 ? 1 : -1, parameter.index));
    }
    const adjusted = firstAdjusted(room);
    expect(adjusted.others?.kind).toBe('cancelled');
    expect(adjusted.others?.proposals[0]?.nudge.direction).toBe(1);
    expect(adjusted.moved).toBe(adjusted.before);
  });

  it('tells owners who went the same way, each as far as they chose, that they agreed on the way', () => {
    const room = nudging(34);
    const { parameter } = firstWeight(room);
    for (const owner of room.state().owners[parameter.index] ?? []) {
      const size = owner === 1 ? 'large' : 'normal';
      room.must(room.student(owner), {
        kind: 'nudge',
        round: room.state().roundCount,
        parameter: parameter.index,
        direction: 1,
        size,
      });
    }
    expect(firstAdjusted(room).others).toMatchObject({ kind: 'same-way', moreCount: 0 });
  });

  it('names the first few of many owners and counts the others, whoever looks', () => {
    const room = nudging(200);
    const { parameter } = firstWeight(room);
    const owners = room.state().owners[parameter.index] ?? [];
    expect(owners.length).toBeGreaterThan(8);
    const silent = owners[1];
    for (const owner of owners.filter((seat) => seat !== silent)) {
      room.must(room.student(owner), room.nudge(owner, owner === 1 ? 0 : 1, parameter.index));
    }
    const mine = firstAdjusted(room);
    expect(mine.weight.seat.coOwners).toHaveLength(6);
    expect(mine.weight.seat.moreCoOwners).toBe(owners.length - 7);
    // Of the six that are named one was silent.
    expect(mine.others?.proposals).toHaveLength(6);
    expect(mine.others?.proposals[0]?.nudge.direction).toBe(0);
    expect(mine.others).toMatchObject({
      kind: 'mixed',
      more: { raise: owners.length - 7, leave: 0, lower: 0 },
      moreCount: owners.length - 7,
    });
    const last = owners.at(-1);
    if (last === undefined) throw new Error('somebody owns it');
    const theirs = seatView(room.state(), room.roster(), last)?.parameters[0];
    expect(theirs).toMatchObject({ moreCoOwners: owners.length - 7 });
    expect(theirs?.coOwners).toHaveLength(6);
    expect(theirs?.coOwners).not.toContain(room.roster().names.get(last)?.name);
    const ofSilent = seatView(room.state(), room.roster(), silent ?? last)?.parameters[0];
    expect(ofSilent?.nudge).toBeNull();
    expect(ofSilent?.proposals).toHaveLength(6);
  });

  it('says that the whole is not the sum only where it is not', () => {
    expect(kindOfSum({ together: -0.1, sumAlone: -0.2 })).toBe('other');
    expect(kindOfSum({ together: -0.195, sumAlone: -0.2 })).toBe('same');
    expect(kindOfSum({ together: 0.02, sumAlone: -0.2 })).toBe('rose');
    expect(kindOfSum({ together: 0, sumAlone: 0 })).toBe('same');
  });
});

it('plays on after the teacher ran ahead', () => {
  const room = inStage('probe');
  room.must(TEACHER, { kind: 'fast-forward', rounds: 3, expected: room.state().serial });
  const { view } = viewsOf(room, 1);
  expect(view.step?.fast).toBe(true);
  expect(view.losses.length).toBeGreaterThan(3);
});
