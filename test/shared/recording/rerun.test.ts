import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordedEvent } from '../../../shared/recording/recording.ts';
import type { RerunChange } from '../../../shared/recording/rerun-facts.ts';
import { rerun } from '../../../shared/recording/rerun.ts';
import type { TimelinePoint } from '../../../shared/recording/timeline.ts';
import { downhill } from '../../../shared/bots/choose.ts';
import { backward } from '../../../shared/network/backward.ts';
import { engineFor } from '../../../shared/session/engine.ts';
import type { BotStrategy } from '../../../shared/session/events.ts';
import { runningStage } from '../../../shared/session/state.ts';
import { anyPlan, playBusyClass } from '../../helpers/busy-class.ts';
import { openClassroom, openClassroomWith, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { curveOf } from '../../helpers/curve.ts';
import { asRecorded, recordedEvents } from '../../helpers/recorded.ts';
import { playSmallClass } from '../../helpers/small-class.ts';

function rerunOf(events: readonly RecordedEvent[], change: RerunChange): readonly TimelinePoint[] {
  const run = rerun(events, change);
  for (let step = run.next(); ; step = run.next()) if (step.done === true) return step.value;
}

/** All but the versions: a changed session takes rounds back that the other kept, and has no event for it. */
function figures(points: readonly TimelinePoint[]): readonly unknown[] {
  return points.map((point) => ({ ...point, version: null, takenBackAt: null }));
}

/** What a student does when it plays by the slope of the error alone. */
function byTheSlope(room: Classroom, seat: number): -1 | 0 | 1 {
  const state = room.state();
  const stage = runningStage(state);
  if (stage === null) throw new Error('no stage');
  const engine = engineFor(state.setup, stage.network);
  const { gradient } = backward(engine.topology, state.parameters, engine.training);
  return downhill(gradient[state.owners.findIndex((seats) => seats.some((owner) => owner === seat))] ?? 0);
}

type Choice = (room: Classroom, seat: number, round: number) => -1 | 0 | 1 | null;

/**
 * A class that plays rounds of three stages with adaptive steps, runs ahead in one, goes back and goes on: each of its
 * students proposes for its weight what `choose` says, or nothing.
 */
function playedBy(choose: Choice, runsAheadIn: number, bots: BotStrategy | null): Classroom {
  const opened = openClassroom({ seed: 7, settings: { closeRule: 'teacher' } }).state().setup;
  const stages = opened.stages.map((stage) => ({
    ...stage,
    stepPolicy: 'adaptive' as const,
    start: stage.kind === 'backprop' ? ('continue' as const) : stage.start,
  }));
  const room = openClassroomWith({ ...opened, stages });
  room.join(12);
  if (bots !== null) room.bots(8, bots);
  const expected = () => ({ expected: room.state().serial });
  const play = (rounds: number): void => {
    for (let played = 0; played < rounds; played++) {
      room.reach('nudge');
      for (let seat = 1; seat <= 12; seat++) {
        const direction = choose(room, seat, room.state().roundCount);
        if (direction !== null) room.must(room.student(seat), room.nudge(seat, direction));
      }
      room.reach('adjust');
    }
  };
  for (const stage of [1, 2, 3]) {
    room.enter(stage);
    play(4);
    if (stage === runsAheadIn) room.must(TEACHER, { kind: 'fast-forward', ...expected(), rounds: 3 });
    if (stage === 2) room.must(TEACHER, { kind: 'go-back', ...expected(), point: 7 });
    room.must(TEACHER, { kind: 'change-settings', patch: { stepSize: 0.2 + stage / 10 } });
    play(2);
  }
  return room;
}

/** A class of 17 with a weight each, at the moment when it proposes. */
function probedClass(stage: number): Classroom {
  const room = openClassroom({ settings: { closeRule: 'teacher', caretaker: 'hold' } });
  room.join(17);
  room.enter(stage);
  room.reach('nudge');
  return room;
}

/** Of this class: one of the steepest weights, and one half as steep. */
const HARM = 15;
const HELP = 3;

function nudgeOf(room: Classroom, seat: number, helps: boolean) {
  const way = byTheSlope(room, seat);
  return room.nudge(seat, helps ? way : way === 1 ? -1 : 1);
}

const lastLoss = (points: readonly TimelinePoint[]): number =>
  points[points.length - 1]?.figures.loss ?? Number.NaN;

describe('a session without somebody', () => {
  it('is the session itself, to the bit, where that seat never proposed anything', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const events = recordedEvents(playBusyClass(plan));
        const nobody: RerunChange = { kind: 'without-seat', seat: 1_000 };
        expect(figures(rerunOf(events, nobody))).toEqual(figures(curveOf(events)));
      }),
      { numRuns: 40 },
    );
  });

  it('is the session itself where a student only watched', () => {
    const room = openClassroom({ settings: { closeRule: 'teacher' } });
    room.join(4);
    room.enter(2);
    for (let round = 0; round < 3; round++) {
      room.reach('nudge');
      for (const seat of [1, 2, 4]) room.must(room.student(seat), room.nudge(seat, 1));
      room.reach('adjust');
    }
    const events = asRecorded(room.facts());
    expect(rerunOf(events, { kind: 'without-seat', seat: 3 })).toEqual(curveOf(events));
    expect(rerunOf(events, { kind: 'without-seat', seat: 4 })).not.toEqual(curveOf(events));
  });

  it('has a point for each of the session, of the same round and stage', () => {
    const events = recordedEvents(playSmallClass());
    const places = (points: readonly TimelinePoint[]) =>
      points.map(({ version, kind, round, from, stage, fast }) => ({
        version,
        kind,
        round,
        from,
        stage,
        fast,
      }));
    for (const seat of [1, 2, 3, 5])
      expect(places(rerunOf(events, { kind: 'without-seat', seat }))).toEqual(places(curveOf(events)));
    expect(places(rerunOf(events, { kind: 'gradient' }))).toEqual(places(curveOf(events)));
  });

  it('is the class that would have been, had that seat proposed nothing: returns, policies and all', () => {
    const bots = { kind: 'probing', wrong: 0.2 } as const;
    const some: Choice = (_, seat, round) => ([1, -1, 0, null] as const)[(seat * round) % 4] ?? null;
    const without: Choice = (room, seat, round) => (seat === 5 ? null : some(room, seat, round));
    const changed = rerunOf(asRecorded(playedBy(some, 2, bots).facts()), { kind: 'without-seat', seat: 5 });
    const played = curveOf(asRecorded(playedBy(without, 2, bots).facts()));
    expect(figures(changed)).toEqual(figures(played));
    expect(figures(changed)).not.toEqual(figures(curveOf(asRecorded(playedBy(some, 2, bots).facts()))));
  });

  it('keeps a round that was taken back for that seat’s sake alone', () => {
    const room = probedClass(1);
    room.must(room.student(HARM), nudgeOf(room, HARM, false));
    room.must(room.student(HELP), nudgeOf(room, HELP, true));
    room.reach('adjust');
    const events = asRecorded(room.facts());
    const [[, played], [, without]] = [
      curveOf(events),
      rerunOf(events, { kind: 'without-seat', seat: HARM }),
    ];
    expect(played?.takenBack).not.toBeNull();
    expect(without?.takenBack).toBeNull();
    expect(without?.figures.loss).toBeLessThan(played?.figures.loss ?? 0);
  });

  it('ends with a lower error where the seat did harm and with a higher one where it helped', () => {
    for (const helps of [true, false]) {
      const room = probedClass(2);
      room.must(room.student(6), nudgeOf(room, 6, helps));
      room.reach('adjust');
      const events = asRecorded(room.facts());
      const did = lastLoss(curveOf(events)) - lastLoss(rerunOf(events, { kind: 'without-seat', seat: 6 }));
      expect(Math.sign(did)).toBe(helps ? -1 : 1);
      expect(did).toBeCloseTo(
        room.facts().find((fact) => fact.type === 'step-taken')?.seats[0]?.alone ?? 0,
        12,
      );
    }
  });

  it('says how far it is after every event, and can be left there', () => {
    const events = recordedEvents(playSmallClass());
    const run = rerun(events, { kind: 'gradient' });
    expect([run.next().value, run.next().value, run.next().value]).toEqual([1, 2, 3]);
    expect([...rerun(events, { kind: 'gradient' })]).toEqual(events.map(({ version }) => version));
  });
});

describe('a session in which all follow the gradient', () => {
  it('is the session itself where all did', () => {
    const room = openClassroom();
    room.bots(17, { kind: 'gradient', wrong: 0 });
    for (const stage of [2, 3]) {
      room.enter(stage);
      for (let round = 0; round < 4; round++) {
        room.reach('nudge');
        room.reach('adjust');
      }
    }
    const events = asRecorded(room.facts());
    expect(rerunOf(events, { kind: 'gradient' })).toEqual(curveOf(events));
  });

  it('is the class that would have been, had everybody known the slope', () => {
    const some: Choice = (_, seat, round) => ([1, -1, 0] as const)[(seat * round) % 3] ?? 0;
    const guessed = asRecorded(playedBy(some, 3, null).facts());
    const known = asRecorded(playedBy(byTheSlope, 3, null).facts());
    expect(figures(rerunOf(guessed, { kind: 'gradient' }))).toEqual(figures(curveOf(known)));
  });
});
