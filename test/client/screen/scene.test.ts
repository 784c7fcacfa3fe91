import { describe, expect, it } from 'vitest';
import { bestLoss, curveHistory, roundsOn, stageAt } from '../../../client/screens/screen/curve-history.ts';
import { edgeNames } from '../../../client/screens/screen/edge-names.ts';
import { isStale, noticeOf } from '../../../client/screens/screen/notices.ts';
import { openedLayers, parameterToExplain } from '../../../client/screens/screen/opened-layers.ts';
import { sceneOf } from '../../../client/screens/screen/scene.ts';
import { compareEffects } from '../../../client/screens/screen/sentences.ts';
import type { LinkStatus } from '../../../client/link/status.ts';
import { createTopology } from '../../../shared/network/topology.ts';
import { ROOM, TEACHER } from '../../helpers/classroom.ts';
import { classIn, openClass, runAhead, seen, STAGE } from './class-views.ts';

const LIVE: LinkStatus = { kind: 'live', slow: false };

describe('what fills the projector', () => {
  it('is the lobby, a stage’s intro, its rounds, and the end', () => {
    const room = openClass();
    expect(sceneOf(seen(room)).kind).toBe('lobby');
    room.next();
    expect(sceneOf(seen(room)).kind).toBe('intro');
    room.next();
    expect(sceneOf(seen(room)).kind).toBe('round');
    room.must(TEACHER, { kind: 'end-session' });
    expect(sceneOf(seen(room)).kind).toBe('ended');
  });

  it('is dark when the teacher wants it dark, whatever goes on', () => {
    const room = classIn(STAGE.probe, 'nudge');
    room.must(TEACHER, { kind: 'blank-screen', blank: true });
    expect(sceneOf(seen(room)).kind).toBe('blank');
  });

  it('is the intro again after going back', () => {
    const room = classIn(STAGE.guess, 'nudge');
    runAhead(room, 3);
    room.must(TEACHER, { kind: 'go-back', expected: room.state().serial, point: 1 });
    expect(sceneOf(seen(room)).kind).toBe('intro');
  });
});

describe('what lies over the scene', () => {
  it('is nothing while the class runs', () => {
    expect(noticeOf(seen(openClass()), LIVE)).toBeNull();
  });

  it('is a lost link before anything else, and then nothing shown is taken for true', () => {
    const room = openClass();
    room.must(TEACHER, { kind: 'attention', on: true });
    for (const status of [{ kind: 'silent' }, { kind: 'reconnecting' }] as const) {
      const notice = noticeOf(seen(room), status);
      expect(notice?.kind).toBe('lost');
      expect(isStale(notice)).toBe(true);
    }
  });

  it('is attention before a pause, and a pause before an absent teacher', () => {
    const room = openClass();
    room.must(ROOM, { kind: 'teacher-disconnected' });
    expect(noticeOf(seen(room), LIVE)?.kind).toBe('teacher-away');
    room.must(TEACHER, { kind: 'pause' });
    expect(noticeOf(seen(room), LIVE)?.kind).toBe('paused');
    room.must(TEACHER, { kind: 'attention', on: true });
    expect(noticeOf(seen(room), LIVE)?.kind).toBe('attention');
  });

  it('says that the store is slow, and nothing at all once the class has ended', () => {
    const room = openClass();
    expect(noticeOf({ ...seen(room), pause: ['store'] }, LIVE)?.kind).toBe('saving');
    room.must(TEACHER, { kind: 'end-session' });
    expect(noticeOf(seen(room), { kind: 'reconnecting' })).toBeNull();
  });
});

describe('the class’s curve', () => {
  it('starts a band with every stage, and marks each return', () => {
    const room = classIn(STAGE.guess, 'nudge');
    runAhead(room, 3);
    room.must(TEACHER, { kind: 'go-back', expected: room.state().serial, point: 2 });
    room.enter(STAGE.probe);
    const { curve, stage } = seen(room);
    const history = curveHistory(curve, (index) => stageAt(stage, index) ?? 'unknown');
    expect(history.stages.map(({ name }) => name)).toEqual(['guess', 'probe']);
    expect(history.returns).toEqual([{ at: curve.length - 2, to: 2 }]);
  });

  it('keeps a taken-back round at the height it reached', () => {
    const room = classIn(STAGE.keepIfBetter, 'nudge', 17);
    runAhead(room, 20);
    const { curve } = seen(room);
    const { points } = curveHistory(curve, String);
    const index = curve.findIndex(({ takenBack }) => takenBack !== null);
    expect(index).toBeGreaterThan(0);
    expect(points[index]).toMatchObject({ isTakenBack: true, loss: curve[index]?.takenBack });
    expect(points[index]?.loss).toBeGreaterThan(curve[index]?.loss ?? Infinity);
  });

  it('counts rounds and not starts, and knows the best error held', () => {
    const room = classIn(STAGE.guess, 'nudge');
    runAhead(room, 7);
    const { curve } = seen(room);
    expect(roundsOn(curve)).toBe(curve.length - 1);
    expect(bestLoss(curve)).toBe(Math.min(...curve.map(({ loss }) => loss)));
    expect(bestLoss([])).toBeNull();
  });
});

describe('the layers the error has reached', () => {
  it('are none before the backward pass, then the output alone, then all', () => {
    const room = classIn(STAGE.backprop, 'compare');
    const topology = createTopology(
      seen(room).stage?.network ?? { sizes: [], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' },
    );
    expect(openedLayers(topology, seen(room).backward)).toBeNull();
    room.next();
    const output = openedLayers(topology, seen(room).backward);
    expect(output?.gradient.map((value) => value === null)).toEqual(
      topology.parameters.map(({ layer }) => layer === 1),
    );
    expect(output?.errors[1]).toEqual([null, null, null, null]);
    room.next();
    const all = openedLayers(topology, seen(room).backward);
    expect(all?.gradient).not.toContain(null);
    expect(all?.count).toBe(2);
  });

  it('explain the steepest weight of the newest layer, unless the teacher points at an open one', () => {
    const room = classIn(STAGE.backprop, 'backward');
    const topology = createTopology(
      seen(room).stage?.network ?? { sizes: [], hidden: 'tanh', output: 'tanh', loss: 'half-squared-error' },
    );
    const opened = openedLayers(topology, seen(room).backward);
    if (opened === null) throw new Error('the output layer is open');
    const steepest = parameterToExplain(topology, opened, null);
    const weights = topology.parameters.filter(({ layer, from }) => layer === 2 && from !== null);
    const most = Math.max(...weights.map(({ index }) => Math.abs(opened.gradient[index] ?? 0)));
    expect(Math.abs(opened.gradient[steepest ?? -1] ?? 0)).toBe(most);
    const bias = topology.parameterCount - 1;
    expect(parameterToExplain(topology, opened, bias)).toBe(bias);
    expect(parameterToExplain(topology, opened, 0)).toBe(steepest);
  });
});

describe('names on the weights', () => {
  it('are there only when the teacher has switched them on', () => {
    const room = classIn(STAGE.guess, 'nudge', 20);
    expect(edgeNames(seen(room).owners, seen(room).names)).toBeNull();
    room.must(TEACHER, { kind: 'change-settings', patch: { namesOnEdges: true } });
    const names = edgeNames(seen(room).owners, seen(room).names);
    expect(names?.size).toBe(17);
    expect([...(names?.values() ?? [])].filter((name) => name.endsWith('+1'))).toHaveLength(3);
  });
});

describe('the sum of effects and what happened', () => {
  it('are told apart, said to be alike, and explained when the error rose though all chose well', () => {
    expect(compareEffects(-0.05, -0.04)).toBe('not-the-sum');
    expect(compareEffects(-0.05, -0.049)).toBe('about-the-sum');
    expect(compareEffects(-0.05, 0.01)).toBe('rose-though');
    expect(compareEffects(0, 0)).toBe('still');
  });
});
