import { describe, expect, it } from 'vitest';
import { continuedSetup } from '../../../shared/session/continued-setup.ts';
import { runningStage, type SessionState } from '../../../shared/session/state.ts';
import { openClassroom, openClassroomWith, TEACHER, type Classroom } from '../../helpers/classroom.ts';

const FROM = { recording: 'an-earlier-class', version: 87 };

/** A class in its probing stage that has played two rounds, with settings of its own. */
function playedClass(): Classroom {
  const room = openClassroom({ seed: 4, settings: { closeRule: 'teacher', aggregation: 'median' } });
  room.bots(17);
  room.enter(2);
  room.must(TEACHER, {
    kind: 'change-settings',
    patch: { stepSize: 0.2, stepPolicy: 'adaptive' },
  });
  for (const _ of [1, 2]) {
    room.reach('nudge');
    room.reach('adjust');
  }
  return room;
}

function goOn(state: SessionState): Classroom {
  const setup = continuedSetup(state, FROM, 5);
  if (setup === null) throw new Error('nothing to go on from');
  return openClassroomWith(setup);
}

const expected = (room: Classroom) => ({ expected: room.state().serial });

describe('a class that goes on from where another stood', () => {
  it('waits in the lobby with the same lesson and settings, and says where it comes from', () => {
    const before = playedClass().state();
    const { setup, activity, settings } = goOn(before).state();
    expect(activity).toEqual({ kind: 'lobby' });
    expect(setup).toMatchObject({ lesson: 'pets', language: 'es', seed: 5, origin: { ...FROM, round: 2 } });
    expect(setup.data).toBe(before.setup.data);
    expect(settings).toEqual(before.settings);
  });

  it('enters that stage at the first press, with its parameters, step sizes, moves and policy', () => {
    const before = playedClass().state();
    const stageBefore = runningStage(before);
    const room = goOn(before);
    room.join(3);
    const [entered] = room.next();
    expect(entered).toMatchObject({ type: 'stage-entered', why: 'next' });
    const { parameters, figures, owners, settings } = room.state();
    expect({ parameters, figures }).toEqual({ parameters: before.parameters, figures: before.figures });
    expect(runningStage(room.state())).toMatchObject({
      index: 2,
      kind: 'probe',
      network: stageBefore?.network,
      stepSizes: stageBefore?.stepSizes,
      lastMoves: stageBefore?.lastMoves,
      stepPolicy: 'adaptive',
      roundsPlayed: 0,
    });
    expect(settings.stepSize).toBe(0.2);
    expect(new Set(owners.flat())).toEqual(new Set([1, 2, 3]));
  });

  it('takes its first step from there, just as the other would have', () => {
    const other = playedClass();
    const room = goOn(other.state());
    room.bots(17, { kind: 'gradient', wrong: 0 });
    room.next();
    room.reach('adjust');
    const step = room.facts().find((fact) => fact.type === 'step-taken');
    expect(step?.parameters).toEqual(
      step?.moves.map((move, parameter) => (other.state().parameters[parameter] ?? Number.NaN) + move),
    );
    expect(step?.effects.together).toBe((step?.figures.loss ?? Number.NaN) - other.state().figures.loss);
  });

  it('may practise first, and still begins where the other stood', () => {
    const before = playedClass().state();
    const room = goOn(before);
    room.join(2);
    room.must(TEACHER, { kind: 'practice', ...expected(room) });
    expect(room.state().parameters).toEqual(before.setup.startParameters);
    room.enter(2);
    expect(room.state().parameters).toEqual(before.parameters);
  });

  it('has the lesson before it as any class has: the next stage, and the same one afresh', () => {
    const room = goOn(playedClass().state());
    room.next();
    room.enter(2);
    expect(room.state().parameters).toEqual(room.state().setup.startParameters);
    room.must(TEACHER, { kind: 'go-back', ...expected(room), point: 0 });
    expect(room.state().parameters).toEqual(room.state().setup.origin?.facts.parameters);
    room.enter(3);
    expect(runningStage(room.state())?.kind).toBe('backprop');
  });

  it('may go on from an ended class, and from one that had only just entered a stage', () => {
    const ended = playedClass();
    ended.must(TEACHER, { kind: 'end-session' });
    expect(continuedSetup(ended.state(), FROM, 1)?.origin?.round).toBe(2);
    const fresh = openClassroom();
    fresh.next();
    expect(continuedSetup(fresh.state(), FROM, 1)?.origin).toMatchObject({
      round: null,
      facts: { stage: 0, parameters: fresh.state().setup.startParameters },
    });
  });

  it('needs a stage to go on from: neither lobby nor practice is one', () => {
    const room = openClassroom();
    room.join(2);
    expect(continuedSetup(room.state(), FROM, 1)).toBeNull();
    room.must(TEACHER, { kind: 'practice', ...expected(room) });
    expect(continuedSetup(room.state(), FROM, 1)).toBeNull();
    room.must(TEACHER, { kind: 'end-session' });
    expect(continuedSetup(room.state(), FROM, 1)).toBeNull();
  });
});
