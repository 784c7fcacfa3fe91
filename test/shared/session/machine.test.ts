import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screenView } from '../../../shared/projection/screen-view.ts';
import { seatView } from '../../../shared/projection/seat-view.ts';
import { studentView } from '../../../shared/projection/student-view.ts';
import type { SessionEvent } from '../../../shared/session/events.ts';
import { evolve, openedState } from '../../../shared/session/evolve.ts';
import { seatNumber } from '../../../shared/session/ids.ts';
import { runningRound, runningStage, type SessionState } from '../../../shared/session/state.ts';
import { anyPlan, playBusyClass } from '../../helpers/busy-class.ts';
import { ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { playMachineClass, runOut } from '../../helpers/machine-class.ts';
import { openMachineClass, STAGE, type MachineOptions } from '../../helpers/machine-lesson.ts';
import { firstLie, recordedEvents, asRecorded } from '../../helpers/recorded.ts';

function classIn(stage: keyof typeof STAGE, options: MachineOptions = {}): Classroom {
  const room = openMachineClass(options);
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(3);
  room.enter(STAGE[stage]);
  room.next();
  return room;
}

const round = (room: Classroom) => room.state().roundCount;
const phase = (room: Classroom) => runningRound(room.state())?.phase.kind;
const expected = (room: Classroom) => ({ expected: room.state().serial });
const student = (room: Classroom) => studentView(room.state());
const own = (room: Classroom, seat: number) => seatView(room.state(), room.roster(), seatNumber(seat));
const set = (room: Classroom, patch: MachineOptions['settings']) =>
  room.must(TEACHER, { kind: 'change-settings', patch: patch ?? {} });

function running(stage: 'autopilot' | 'stop', options: MachineOptions = {}): Classroom {
  const room = classIn(stage, options);
  if (stage === 'autopilot') room.next();
  return room;
}

describe('the vote', () => {
  it('may be changed until the machine runs, and closes when everybody has voted', () => {
    const room = classIn('autopilot');
    for (const vote of ['slow', 'fast'] as const)
      room.must(room.student(1), { kind: 'vote', round: round(room), vote });
    room.must(room.student(2), { kind: 'vote', round: round(room), vote: 'explodes' });
    expect(student(room).machine).toMatchObject({ voted: 2, votes: null });
    expect(own(room, 1)?.vote).toBe('fast');
    room.must(room.student(3), { kind: 'vote', round: round(room), vote: 'fast' });
    expect(phase(room)).toBe('run');
    expect(student(room).machine?.votes).toEqual({ slow: 0, fast: 2, explodes: 1 });
  });

  it('is refused late, in another stage, in another round, in a pause and without a voice', () => {
    const room = classIn('autopilot');
    const vote = { kind: 'vote', round: round(room), vote: 'slow' } as const;
    expect(room.refused(room.student(1), { ...vote, round: 99 })).toBe('unknown-round');
    expect(room.refused(room.student(1), vote, 22_000)).toBe('late');
    room.must(TEACHER, { kind: 'pause' });
    expect(room.refused(room.student(1), vote)).toBe('paused');
    room.must(TEACHER, { kind: 'resume' });
    room.must(TEACHER, { kind: 'mute-seat', seat: 1, muted: true });
    expect(room.refused(room.student(1), vote)).toBe('muted');
    room.next();
    expect(room.refused(room.student(2), vote)).toBe('late');
    room.enter(STAGE.stop);
    room.next();
    expect(room.refused(room.student(2), { ...vote, round: round(room) })).toBe('not-now');
  });

  it('goes with whoever is removed, and a student who came late may vote', () => {
    const room = classIn('autopilot', { settings: { closeRule: 'teacher' } });
    room.must(room.student(1), { kind: 'vote', round: round(room), vote: 'slow' });
    room.must(TEACHER, { kind: 'remove-seat', seat: 1 });
    room.join(1);
    room.must(room.student(4), { kind: 'vote', round: round(room), vote: 'fast' });
    expect(room.refused(room.student(1), { kind: 'vote', round: round(room), vote: 'slow' })).toBe('removed');
    room.next();
    expect(student(room).machine?.votes).toEqual({ slow: 0, fast: 1, explodes: 0 });
  });
});

describe('the machine', () => {
  it('takes a step a tick and lets a fast one take several, each a round, at most four ticks a second', () => {
    const room = running('autopilot');
    const first = round(room);
    runOut(room);
    expect(round(room)).toBe(first);
    expect(room.state().clock).toEqual({ kind: 'running', remainingMs: 500, totalMs: 500 });
    set(room, { machineSpeed: 20 });
    runOut(room);
    expect(round(room)).toBe(first + 5);
    expect(room.state().clock).toMatchObject({ totalMs: 250 });
    expect(runningStage(room.state())?.cost).toEqual({ forward: 6, backward: 6 });
    expect(
      room
        .state()
        .history.slice(-6)
        .map(({ fast }) => fast),
    ).toEqual([false, true, true, true, true, false]);
  });

  it('takes off the next tick what the last came late, and no more than half of it', () => {
    const room = running('autopilot');
    runOut(room, 40);
    expect(room.state().clock).toMatchObject({ remainingMs: 460, totalMs: 500 });
    runOut(room, 900);
    expect(room.state().clock).toMatchObject({ remainingMs: 250 });
  });

  it('steps by hand at speed 0, and stands still in a pause and while the teacher is away', () => {
    const room = running('autopilot');
    set(room, { machineSpeed: 0 });
    expect(room.state().clock.kind).toBe('off');
    room.next();
    expect(runningStage(room.state())?.roundsPlayed).toBe(1);
    set(room, { machineSpeed: 2 });
    room.must(TEACHER, { kind: 'pause' }, 100);
    expect(room.refused(ROOM, { kind: 'clock-ran-out', ...expected(room) }, 9_000)).toBe('not-now');
    room.must(TEACHER, { kind: 'resume' });
    expect(room.state().clock).toMatchObject({ kind: 'running', remainingMs: 400 });
    room.must(ROOM, { kind: 'teacher-disconnected' });
    runOut(room);
    expect(room.state().clock.kind).toBe('off');
    expect(runningStage(room.state())?.roundsPlayed).toBe(1);
    room.must(ROOM, { kind: 'teacher-connected' });
    expect(room.state().clock).toMatchObject({ kind: 'running', totalMs: 500 });
    expect(room.refused(TEACHER, { kind: 'more-time' })).toBe('not-now');
  });

  it('waits for the teacher after the steps that were planned, and goes on when asked', () => {
    const room = running('autopilot');
    room.must(TEACHER, { kind: 'fast-forward', ...expected(room), rounds: 12 });
    expect(room.state().clock.kind).toBe('off');
    room.next();
    expect(room.state().clock.kind).toBe('running');
  });

  it('counts a mini-batch for its share of a pass, and sees every example once an epoch', () => {
    const room = running('autopilot');
    set(room, { batchSize: 16, machineSpeed: 0 });
    const all = room.state().setup.data.training.length;
    const steps = Math.ceil(all / 16);
    for (let step = 0; step < steps; step++) room.next();
    const seen = room.facts().flatMap((fact) => (fact.type === 'descended' ? (fact.batch ?? []) : []));
    expect([...seen].sort((a, b) => a - b)).toEqual(Array.from({ length: all }, (_, index) => index));
    expect(runningStage(room.state())?.cost.forward).toBeCloseTo(1, 12);
  });

  it('diverges at too large a rate: said, bounded, and never NaN', () => {
    const room = running('autopilot');
    set(room, { learningRate: 1_000 });
    for (let tick = 0; tick < 5; tick++) runOut(room);
    expect(student(room).machine?.diverged).toBe(true);
    expect(room.state().parameters.every((value) => Math.abs(value) <= 30)).toBe(true);
    expect(room.state().figures.loss).toBeLessThanOrEqual(2);
  });

  it('starts again from the pinned network, or from where hands have brought it', () => {
    const room = openMachineClass();
    room.bots(17);
    room.enter(STAGE.backprop);
    room.must(TEACHER, { kind: 'fast-forward', ...expected(room), rounds: 5 });
    const byHand = room.state().parameters;
    room.enter(STAGE.autopilot);
    expect(room.state().parameters).toEqual(byHand);
    room.must(TEACHER, { kind: 'fast-forward', ...expected(room), rounds: 5 });
    room.must(TEACHER, { kind: 'enter-stage', ...expected(room), stage: STAGE.autopilot, start: 'pinned' });
    expect(room.state().parameters).toEqual(room.state().setup.startParameters);
    room.must(TEACHER, { kind: 'enter-stage', ...expected(room), stage: STAGE.autopilot, start: 'continue' });
    expect(room.state().parameters).toEqual(byHand);
    expect(student(room).classCurves).toMatchObject([{ stage: 'backprop' }]);
  });

  it('goes on from any of its rounds without another vote', () => {
    const room = running('autopilot');
    for (let tick = 0; tick < 4; tick++) runOut(room);
    const point = room.state().history.length - 3;
    room.must(TEACHER, { kind: 'go-back', ...expected(room), point });
    room.next();
    expect(phase(room)).toBe('run');
    expect(runningStage(room.state())?.roundsPlayed).toBe(2);
  });
});

describe('stop', () => {
  it('is pressed once and blind, counts for the round that was seen, and is revealed without names', () => {
    const room = running('stop');
    for (let tick = 0; tick < 4; tick++) runOut(room);
    const seen = round(room) - 1;
    room.must(room.student(1), { kind: 'stop', round: seen });
    expect(own(room, 1)?.stop).toBe(3);
    expect(own(room, 2)?.stop).toBeNull();
    expect(student(room).stop).toEqual({ stopped: 1, revealed: null });
    expect(room.refused(room.student(1), { kind: 'stop', round: round(room) })).toBe('already-done');
    expect(room.refused(room.student(2), { kind: 'stop', round: round(room) + 1 })).toBe('unknown-round');
    room.must(TEACHER, { kind: 'go-back', ...expected(room), point: room.state().history.length - 3 });
    room.next();
    expect(room.refused(room.student(1), { kind: 'stop', round: round(room) })).toBe('already-done');
    room.next();
    expect(phase(room)).toBe('reveal');
    expect(student(room).stop?.revealed?.stops).toEqual([{ round: 3, count: 1 }]);
    expect(room.refused(room.student(2), { kind: 'stop', round: round(room) })).toBe('late');
  });

  it('runs its rounds and waits; the reveal tells best round, gap and patience, and the best is restored by going back', () => {
    const room = running('stop');
    room.must(TEACHER, { kind: 'fast-forward', ...expected(room), rounds: 100 });
    expect(runningStage(room.state())?.roundsPlayed).toBe(30);
    expect(room.state().clock.kind).toBe('off');
    expect(room.refused(TEACHER, { kind: 'fast-forward', ...expected(room), rounds: 1 })).toBe('not-now');
    room.next();
    const revealed = student(room).stop?.revealed;
    if (revealed === null || revealed === undefined) throw new Error('nothing was revealed');
    expect(revealed.validation).toHaveLength(31);
    expect(revealed.best.loss).toBe(Math.min(...revealed.validation));
    expect(revealed.patience).toBe(30 - revealed.best.round);
    expect(revealed.gap).toBeCloseTo((revealed.validation[30] ?? 0) - (revealed.seen[30] ?? 0), 12);
    room.must(TEACHER, { kind: 'go-back', ...expected(room), point: revealed.best.point });
    expect(room.state().figures.validationLoss).toBe(revealed.best.loss);
    expect(student(room).stop?.revealed).toEqual(revealed);
    room.next();
    expect(runningStage(room.state())?.kind).toBe('test');
  });

  it('has no place elsewhere', () => {
    const room = running('autopilot');
    expect(room.refused(room.student(1), { kind: 'stop', round: round(room) })).toBe('not-now');
  });
});

describe('the test', () => {
  it('goes animal by animal: bets, the answer, the next, and at last the score', () => {
    const room = classIn('test');
    const { test } = room.state().setup.data;
    for (const animal of [0, 1, 2]) {
      expect(student(room).test).toMatchObject({ index: animal, of: 3, answer: null });
      expect(student(room).test?.animal).toEqual(test[animal]?.features);
      const truth = (test[animal]?.target[0] ?? 0) > 0 ? 1 : 0;
      for (const seat of [1, 2, 3])
        room.must(room.student(seat), { kind: 'bet', round: round(room), animal, answer: truth });
      expect(phase(room)).toBe('answer');
      expect(student(room).test?.answer).toMatchObject({ truth, bets: truth === 1 ? [0, 3] : [3, 0] });
      room.next();
    }
    expect(phase(room)).toBe('score');
    expect(student(room).test?.score).toMatchObject({ class: 3, of: 3 });
    expect(room.refused(TEACHER, { kind: 'next', ...expected(room) })).toBe('not-now');
  });

  it('refuses bets that come late, too early, on no class, or elsewhere', () => {
    const room = classIn('test', { settings: { closeRule: 'teacher' } });
    const bet = { kind: 'bet', round: round(room), animal: 0, answer: 0 } as const;
    expect(room.refused(room.student(1), { ...bet, answer: 2 })).toBe('bad-number');
    expect(room.refused(room.student(1), { ...bet, animal: 1 })).toBe('not-now');
    expect(room.refused(room.student(1), { ...bet, round: 99 })).toBe('unknown-round');
    expect(room.refused(TEACHER, { kind: 'fast-forward', ...expected(room), rounds: 1 })).toBe('not-now');
    room.next();
    expect(room.refused(room.student(1), bet)).toBe('late');
    room.enter(STAGE.probe);
    room.next();
    expect(room.refused(room.student(1), { ...bet, round: round(room) })).toBe('not-now');
  });
});

describe('backprop, explained', () => {
  it('shows the chain at an own weight once its layer is open, beside the mean, and the check where it was asked', () => {
    const room = classIn('backprop');
    room.reach('compare');
    expect(own(room, 1)?.parameters.every(({ inside }) => inside === null)).toBe(true);
    expect(room.refused(TEACHER, { kind: 'check-gradient', parameter: 16 })).toBe('not-now');
    room.next();
    room.must(TEACHER, { kind: 'explain-example', example: 3 });
    room.must(TEACHER, { kind: 'check-gradient', parameter: 16 });
    expect(student(room).explained).toMatchObject({ example: 3, chosen: true });
    const check = screenView(room.state(), room.roster()).check;
    expect(check?.difference).toBeCloseTo(check?.gradient ?? Number.NaN, 6);
    const opened = [1, 2, 3].flatMap((seat) => own(room, seat)?.parameters ?? []);
    expect(opened.filter(({ inside }) => inside !== null).every(({ parameter }) => parameter >= 12)).toBe(
      true,
    );
    for (const { inside } of opened) {
      if (inside === null) continue;
      expect(inside.input * (inside.slope ?? 1) * inside.errorBack).toBeCloseTo(inside.gradientHere, 12);
    }
    expect(room.refused(TEACHER, { kind: 'check-gradient', parameter: 0 })).toBe('not-now');
    expect(room.refused(TEACHER, { kind: 'check-gradient', parameter: 99 })).toBe('unknown-parameter');
    expect(room.refused(TEACHER, { kind: 'explain-example', example: 999 })).toBe('bad-number');
  });
});

describe('a class with a machine', () => {
  it('is its facts, has no gaps and no NaN, keeps what is hidden hidden, and nobody stops twice', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const [first, ...rest] = recordedEvents(playBusyClass(plan)).map(({ event }) => event);
        if (first?.type !== 'session-opened') throw new Error('a session opens first');
        let state = openedState(first);
        let stoppedIn = new Set<number>();
        for (const event of rest) {
          if (event.type === 'stage-entered') stoppedIn = new Set();
          if (event.type === 'stopped') {
            expect(stoppedIn.has(event.seat)).toBe(false);
            stoppedIn.add(event.seat);
          }
          state = evolve(state, event);
          hidesWhatIsHidden(state);
        }
        expect(state.parameters.every(Number.isFinite)).toBe(true);
        expect(state.history.every(({ figures }) => Number.isFinite(figures.validationLoss))).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it('is proven by asking it again', () => {
    expect(firstLie(asRecorded(playMachineClass().facts()))).toBeNull();
  });

  it('plays every kind of fact that these stages have', () => {
    const kinds = new Set<SessionEvent['type']>(
      playMachineClass()
        .facts()
        .map(({ type }) => type),
    );
    const machine = [
      'voted',
      'descended',
      'stopped',
      'stops-revealed',
      'bet-placed',
      'animal-answered',
    ] as const;
    for (const kind of [...machine, 'example-explained', 'gradient-checked'] as const)
      expect(kinds).toContain(kind);
  });
});

/** P27, P28, P29 of docs/protocol.md, for students: the screen's sections are the same. */
function hidesWhatIsHidden(state: SessionState): void {
  const now = runningRound(state)?.phase.kind;
  const { machine, stop, test } = studentView(state);
  if (now === 'vote') expect(machine?.votes).toBeNull();
  if (now === 'run' && stop !== null) expect(stop.revealed).toBeNull();
  if (now === 'bet') expect(test?.answer).toBeNull();
}
