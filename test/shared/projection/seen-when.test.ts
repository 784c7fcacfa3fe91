import { describe, expect, it } from 'vitest';
import { screenView } from '../../../shared/projection/screen-view.ts';
import { seatView } from '../../../shared/projection/seat-view.ts';
import { studentView } from '../../../shared/projection/student-view.ts';
import { teacherView } from '../../../shared/projection/teacher-view.ts';
import { seatNumber } from '../../../shared/session/ids.ts';
import { runningRound, runningStage } from '../../../shared/session/state.ts';
import { materialOf } from '../../../shared/session/setup.ts';
import { openClassroom, ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { runOut } from '../../helpers/machine-class.ts';
import { openMachineClass, STAGE } from '../../helpers/machine-lesson.ts';

const STAGES = [0, 1, 2, 3];

/** Every moment of a class that plays three rounds of a stage: before each press of the button, with half the nudges in. */
function* momentsOf(stage: number): Generator<Classroom> {
  const room = openClassroom({ settings: { closeRule: 'teacher' } });
  room.join(17);
  room.enter(stage);
  for (let press = 0; press < 22; press++) {
    yield room;
    if (runningRound(room.state())?.phase.kind === 'nudge') {
      for (let seat = 1; seat <= 9; seat++)
        room.must(room.student(seat), room.nudge(seat, seat % 2 === 0 ? 1 : -1));
      yield room;
    }
    room.next();
  }
}

/** Every moment of a stage with a machine or bets, in which seat 1 has said what it thinks and seat 2 has not. */
function* machineMomentsOf(stage: number): Generator<Classroom> {
  const room = openMachineClass({ settings: { closeRule: 'teacher' } });
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(2);
  room.enter(stage);
  for (let press = 0; press < 9; press++) {
    const round = room.state().roundCount;
    const phase = runningRound(room.state())?.phase;
    room.ask(room.student(1), { kind: 'vote', round, vote: 'explodes' });
    room.ask(room.student(1), { kind: 'stop', round });
    if (phase?.kind === 'bet')
      room.ask(room.student(1), { kind: 'bet', round, animal: phase.animal, answer: 1 });
    yield room;
    if (phase?.kind === 'run' && press < 5) runOut(room);
    else room.ask(TEACHER, { kind: 'next', expected: room.state().serial });
  }
}

/** Every number anywhere in a message. */
function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(numbersIn);
}

/** Numbers that can only come from where they were computed: a lesson's weights have two decimals, as others may. */
const telling = (numbers: readonly number[]): readonly number[] =>
  numbers.filter((number) => Math.abs(number * 100 - Math.round(number * 100)) > 1e-7);

describe('what is seen when', () => {
  it.each(STAGES)(
    'stage %i: neither phones nor the screen get the new examples’ error or the examples themselves',
    (stage) => {
      for (const room of momentsOf(stage)) {
        const state = room.state();
        const hidden = new Set(
          telling(
            state.history
              .flatMap(({ figures }) => [figures.validationLoss, figures.validationAccuracy])
              .concat(
                state.setup.data.validation.flatMap((example) => example.features),
                state.setup.data.test.flatMap((example) => example.features),
              ),
          ),
        );
        const seen = state.setup.data.training.flatMap((example) => example.features);
        for (const number of seen) hidden.delete(number);
        const shown = [
          ...numbersIn(studentView(state)),
          ...numbersIn(screenView(state, room.roster())),
          ...numbersIn(seatView(state, room.roster(), seatNumber(1))),
        ];
        expect(shown.filter((number) => hidden.has(number))).toEqual([]);
      }
    },
  );

  it.each(STAGES)(
    'stage %i: no gradient before its layer is opened, and none at all outside backprop',
    (stage) => {
      for (const room of momentsOf(stage)) {
        const state = room.state();
        const round = runningRound(state);
        const backprop = runningStage(state)?.kind === 'backprop';
        const view = studentView(state);
        if (!backprop || round === null) expect(view.backward).toBeNull();
        else expect(view.backward?.map(({ layer }) => layer)).toEqual([...round.opened.keys()]);
        const gradient = telling(round?.outcome?.step.gradient ?? []);
        const shown = new Set([...numbersIn(view), ...numbersIn(screenView(state, room.roster()))]);
        if (!backprop) expect(gradient.filter((slope) => shown.has(slope))).toEqual([]);
      }
    },
  );

  it.each(STAGES)(
    'stage %i: what one student proposed is in nobody else’s message while the round is open',
    (stage) => {
      for (const room of momentsOf(stage)) {
        const state = room.state();
        if (runningRound(state)?.phase.kind !== 'nudge') continue;
        expect(JSON.stringify(studentView(state))).not.toMatch(/direction/u);
        expect(JSON.stringify(screenView(state, room.roster()))).not.toMatch(/direction/u);
        const others = seatView(state, room.roster(), seatNumber(10));
        expect(
          others?.parameters.every(({ nudge, proposals }) => nudge === null && proposals.length === 0),
        ).toBe(true);
      }
    },
  );

  it.each([STAGE.autopilot, STAGE.stop, STAGE.test])(
    'stage %i: no new example, no figure of them, no vote, stop or truth before its time (P21, P27, P28, P29)',
    (stage) => {
      for (const room of machineMomentsOf(stage)) {
        const state = room.state();
        const phase = runningRound(state)?.phase;
        const { data } = materialOf(state.setup, stage);
        const shownAnimals = phase !== undefined && 'animal' in phase ? phase.animal + 1 : 0;
        const figures = state.history.flatMap(({ figures: { validationLoss } }) => [validationLoss]);
        const fresh = [...data.validation, ...data.test.slice(shownAnimals)].flatMap(
          (example) => example.features,
        );
        const hidden = new Set(telling([...fresh, ...(phase?.kind === 'reveal' ? [] : figures)]));
        for (const number of data.training.flatMap((example) => example.features)) hidden.delete(number);
        const views = [
          studentView(state),
          screenView(state, room.roster()),
          seatView(state, room.roster(), seatNumber(2)),
        ];
        expect(views.flatMap(numbersIn).filter((number) => hidden.has(number))).toEqual([]);
        const text = JSON.stringify(views);
        if (phase?.kind === 'vote') expect(text).not.toMatch(/"explodes"/u);
        if (phase?.kind === 'run') expect(text).toMatch(/"stop":(null|\{[^}]*"revealed":null)/u);
        if (phase?.kind === 'bet') expect(text).not.toMatch(/"truth"|"predicted"/u);
      }
    },
  );

  it('in probe a student commits first and then sees both values and the curve, until the round ends', () => {
    const room = openClassroom({ settings: { closeRule: 'teacher' } });
    room.join(17);
    room.enter(2);
    room.reach('nudge');
    const mine = () => seatView(room.state(), room.roster(), seatNumber(1))?.parameters[0];
    expect(mine()?.probe).toBeNull();
    room.must(room.student(1), room.nudge(1, 1));
    expect(mine()?.probe?.curve.losses).toHaveLength(41);
    room.next();
    expect(mine()?.probe).toBeNull();
  });

  it('shows no hints where the teacher has switched them off', () => {
    for (const stage of [2, 3]) {
      const room = openClassroom({ settings: { closeRule: 'teacher', hints: false } });
      room.join(17);
      room.enter(stage);
      room.reach('nudge');
      room.must(room.student(1), room.nudge(1, 1));
      expect(seatView(room.state(), room.roster(), seatNumber(1))?.parameters[0]?.probe).toBeNull();
      expect(studentView(room.state()).backward).toBeNull();
    }
  });

  it('tells a student whether the gradient agreed only where backprop has shown it', () => {
    for (const stage of STAGES) {
      const room = openClassroom({ settings: { closeRule: 'teacher' } });
      room.join(17);
      room.enter(stage);
      room.reach('nudge');
      room.must(room.student(1), room.nudge(1, 1));
      room.next();
      const agreed = seatView(room.state(), room.roster(), seatNumber(1))?.outcome?.agreed;
      expect(typeof agreed === 'number').toBe(runningStage(room.state())?.kind === 'backprop');
    }
  });

  it('sends names to the projector in the lobby, and at the edges only when they are switched on', () => {
    const room = openClassroom();
    room.join(3);
    const names = () => screenView(room.state(), room.roster()).names.length;
    expect(names()).toBe(3);
    room.enter(0);
    expect(names()).toBe(0);
    expect(JSON.stringify(screenView(room.state(), room.roster()))).not.toContain('Nutria');
    room.must(TEACHER, { kind: 'change-settings', patch: { namesOnEdges: true } });
    expect(names()).toBe(3);
  });

  it('shows the teacher the whole class by name, with nudges as they come', () => {
    const room = openClassroom({ settings: { closeRule: 'teacher' } });
    room.join(17);
    room.enter(0);
    room.reach('nudge');
    room.must(room.student(4), room.nudge(4, -1));
    const row = teacherView(room.state(), room.roster()).table.find(({ seat }) => seat === 4);
    expect(row).toMatchObject({
      name: 'Nutria 4',
      nudges: [{ direction: -1, size: 'normal' }],
      presence: 'present',
    });
  });
});
