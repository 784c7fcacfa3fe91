import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../../shared/session/events.ts';
import { evolve } from '../../../shared/session/evolve.ts';
import { seatNumber } from '../../../shared/session/ids.ts';
import { runningStage } from '../../../shared/session/state.ts';
import { takeStep } from '../../../shared/session/take-step.ts';
import { openClassroom, TEACHER } from '../../helpers/classroom.ts';
import { asRecorded, firstLie, recordedEvents } from '../../helpers/recorded.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

/** A class of four, and where in its facts something of a kind happens first. */
function playedClass(stage: number, direction: 1 | -1 = 1) {
  const room = openClassroom({ seed: 3 });
  room.join(4);
  room.enter(stage);
  room.reach('nudge');
  for (const seat of [1, 2, 3]) room.must(room.student(seat), room.nudge(seat, direction));
  room.reach('adjust');
  const facts = [...room.facts()];
  return {
    room,
    facts,
    first: (type: SessionEvent['type']) => facts.findIndex((fact) => fact.type === type),
  };
}

describe('a fact that does not follow', () => {
  it('is found where a round that raised the error was not taken back', () => {
    const facts = recordedEvents(playSmallClass()).map(({ event }) => event);
    const back = facts.findIndex(({ type }) => type === 'step-taken-back');
    expect(firstLie(asRecorded(facts.toSpliced(back, 1)))).toEqual({
      version: back + 1,
      what: 'there should be step-taken-back, there is phase-entered',
    });
  });

  it('is found where a round was taken back that had lowered the error', () => {
    const { facts, first } = playedClass(1, -1);
    const step = first('step-taken');
    const taken = facts[step];
    const entered = facts[first('stage-entered')];
    if (taken?.type !== 'step-taken' || entered?.type !== 'stage-entered') throw new Error('no step');
    const { parameters, figures } = entered.facts;
    expect(taken.figures.loss).toBeLessThan(figures.loss);
    const back: SessionEvent = { type: 'step-taken-back', round: taken.round, parameters, figures };
    expect(firstLie(asRecorded(facts.toSpliced(step + 1, 0, back)))).toMatchObject({ version: step + 2 });
  });

  it('is found at the step where a proposal was turned round', () => {
    const { facts, first } = playedClass(2);
    const nudged = facts[first('nudged')];
    if (nudged?.type !== 'nudged') throw new Error('no nudge');
    const turned = { ...nudged, nudge: { ...nudged.nudge, direction: -1 as const } };
    const lie = firstLie(asRecorded(facts.with(first('nudged'), turned)));
    expect(lie).toMatchObject({ version: first('step-taken') + 1 });
    expect(lie?.what).toMatch(/^step-taken: multiples\.\d+ should be -1, it is 1$/u);
  });

  it.each([
    [
      'for somebody else’s weight',
      'not-owner',
      (nudged: Nudged): Nudged => ({ ...nudged, seat: seatNumber(4) }),
    ],
    ['for a round that is over', 'unknown-round', (nudged: Nudged): Nudged => ({ ...nudged, round: 9 })],
    ['of nobody', 'unknown-seat', (nudged: Nudged): Nudged => ({ ...nudged, seat: seatNumber(40) })],
  ])('is found where there is a proposal %s', (_, code, changed) => {
    const { facts, first } = playedClass(2);
    const at = first('nudged');
    const nudged = facts[at];
    if (nudged?.type !== 'nudged') throw new Error('no nudge');
    expect(firstLie(asRecorded(facts.with(at, changed(nudged))))).toEqual({
      version: at + 1,
      what: `nudged: the class refuses it here (${code})`,
    });
  });

  it('is found where a proposal came after the step', () => {
    const { facts, first } = playedClass(2);
    const nudged = facts[first('nudged')];
    if (nudged === undefined) throw new Error('no nudge');
    expect(firstLie(asRecorded([...facts, nudged]))).toMatchObject({ version: facts.length + 1 });
  });

  it('is found where a bot proposed what its seed does not say, or did not propose', () => {
    const facts = recordedEvents(playSmallClass()).map(({ event }) => event);
    const at = facts.findIndex((fact) => fact.type === 'nudged' && fact.intent === null);
    const nudged = facts[at];
    if (nudged?.type !== 'nudged') throw new Error('no bot nudged');
    const direction = nudged.nudge.direction === 0 ? 1 : 0;
    const other: SessionEvent = { ...nudged, nudge: { ...nudged.nudge, direction } };
    for (const lied of [facts.with(at, other), facts.toSpliced(at, 1)])
      expect(firstLie(asRecorded(lied))).toMatchObject({ version: at + 1 });
  });

  it('is found where somebody was dealt another’s weights', () => {
    const { facts, first } = playedClass(0);
    const at = first('stage-entered');
    const entered = facts[at];
    if (entered?.type !== 'stage-entered') throw new Error('no stage');
    const owners = entered.facts.owners.with(0, [seatNumber(2)]);
    expect(
      firstLie(asRecorded(facts.with(at, { ...entered, facts: { ...entered.facts, owners } }))),
    ).toMatchObject({
      version: at + 1,
    });
  });

  it('is found where a round is said to have closed because everybody had proposed', () => {
    const { facts, first } = playedClass(0);
    const at = first('step-taken');
    const step = facts[at];
    if (step?.type !== 'step-taken') throw new Error('no step');
    expect(firstLie(asRecorded(facts.with(at, { ...step, closedBy: 'everybody' })))).toMatchObject({
      version: at + 1,
    });
  });

  it('is found where the moves do not fit the way in which proposals become one', () => {
    const room = openClassroom({ seed: 3, settings: { closeRule: 'teacher' } });
    room.join(34);
    room.must(TEACHER, { kind: 'change-settings', patch: { aggregation: 'mean' } });
    room.enter(0);
    room.reach('nudge');
    expect(room.state().owners[0]).toEqual([1, 2]);
    room.must(room.student(1), room.nudge(1, 1));
    room.must(room.student(2), room.nudge(2, 0));
    room.reach('adjust');
    const facts = room.facts();
    const at = facts.findIndex(({ type }) => type === 'settings-changed');
    const changed = facts[at];
    if (changed?.type !== 'settings-changed') throw new Error('no change');
    const other: SessionEvent = { ...changed, settings: { ...changed.settings, aggregation: 'majority' } };
    expect(firstLie(asRecorded(facts.with(at, other)))).toMatchObject({
      version: facts.findIndex(({ type }) => type === 'step-taken') + 1,
    });
  });

  it('is found where rounds ran ahead better than bots can', () => {
    const room = openClassroom({ seed: 3 });
    room.join(4);
    room.enter(0);
    room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: 2 });
    const facts = room.facts();
    const at = facts.findLastIndex(({ type }) => type === 'step-taken');
    const stage = runningStage(room.state());
    if (stage === null) throw new Error('no stage');
    const before = facts.slice(0, at).reduce(evolve, room.state());
    const idle = takeStep({ ...before, seats: room.state().seats }, stage, 2, new Map(), 'fast-forward', 0);
    expect(firstLie(asRecorded(facts.with(at, idle)))).toMatchObject({ version: at + 1 });
  });

  it('is found where an answer was cut short', () => {
    const { facts } = playedClass(0);
    expect(facts[facts.length - 1]?.type).toBe('phase-entered');
    expect(firstLie(asRecorded(facts.slice(0, -1)))).toEqual({
      version: facts.length,
      what: 'there should be phase-entered, there is nothing',
    });
  });

  it('is found after the end of the session', () => {
    const { room, facts } = playedClass(0);
    room.must(TEACHER, { kind: 'end-session' });
    const late: SessionEvent = { type: 'session-locked', locked: true };
    expect(firstLie(asRecorded([...facts, { type: 'session-ended' }, late]))).toEqual({
      version: facts.length + 2,
      what: 'session-locked: the class refuses it here (session-ended)',
    });
  });

  it('is found where versions have a gap or an older opening writes', () => {
    const events = asRecorded(playedClass(0).facts);
    const gap = events.map((recorded) => ({
      ...recorded,
      version: recorded.version + (recorded.version > 7 ? 1 : 0),
    }));
    expect(firstLie(gap)).toEqual({ version: 8, what: 'the version should be 8, it is 9' });
    const fenced = events.map((recorded) => ({ ...recorded, epoch: recorded.version < 7 ? 2 : 1 }));
    expect(firstLie(fenced)).toEqual({ version: 7, what: 'the epoch fell from 2 to 1' });
  });

  it('is found where nothing opens the session', () => {
    expect(firstLie([])).toMatchObject({ version: 1 });
    expect(firstLie(asRecorded(playedClass(0).facts.slice(1)))).toMatchObject({ version: 1 });
  });

  it('is an answer, not a crash, where numbers make no network', () => {
    const { facts } = playedClass(0);
    const [opened] = facts;
    if (opened?.type !== 'session-opened') throw new Error('not opened');
    const setup = { ...opened.setup, startParameters: [1, 2] };
    expect(firstLie(asRecorded([{ ...opened, setup }]))?.what).toMatch(
      /^session-opened: cannot be worked out/u,
    );
  });
});

type Nudged = Extract<SessionEvent, { type: 'nudged' }>;
