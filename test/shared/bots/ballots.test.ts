import { describe, expect, it } from 'vitest';
import type { BotStrategy } from '../../../shared/session/events.ts';
import { materialOf } from '../../../shared/session/setup.ts';
import { ROOM, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { runOut } from '../../helpers/machine-class.ts';
import { openMachineClass, STAGE } from '../../helpers/machine-lesson.ts';

const CAREFUL: BotStrategy = { kind: 'probing', wrong: 0 };
const CONTRARY: BotStrategy = { kind: 'contrary', wrong: 0 };
const AT_RANDOM: BotStrategy = { kind: 'random', wrong: 0 };

/** Eight bots of a kind, in a stage that has just been entered. */
function classOf(bot: BotStrategy, stage: number): Classroom {
  const room = openMachineClass({ seed: 4 });
  room.must(ROOM, { kind: 'teacher-connected' });
  room.join(1);
  room.bots(8, bot);
  room.enter(stage);
  return room;
}

function votesAt(learningRate: number, bot: BotStrategy): readonly string[] {
  const room = classOf(bot, STAGE.autopilot);
  room.must(TEACHER, { kind: 'change-settings', patch: { learningRate } });
  room.next();
  return room.facts().flatMap((fact) => (fact.type === 'voted' ? [fact.vote] : []));
}

describe('bots vote', () => {
  it.each([
    [0.001, 'slow'],
    [0.5, 'fast'],
    [500, 'explodes'],
  ])('as the machine will do at %f, if they are careful', (learningRate, vote) => {
    expect(votesAt(learningRate, CAREFUL)).toEqual(Array.from({ length: 8 }, () => vote));
  });

  it('for anything else, if they are contrary, and for anything at random', () => {
    expect(votesAt(0.5, CONTRARY)).toHaveLength(8);
    expect(votesAt(0.5, CONTRARY)).not.toContain('fast');
    expect(new Set(votesAt(0.5, AT_RANDOM)).size).toBeGreaterThan(1);
  });

  it('once each, as soon as the vote is open, and the same again in the same class', () => {
    expect(votesAt(0.5, AT_RANDOM)).toEqual(votesAt(0.5, AT_RANDOM));
    const room = classOf(CAREFUL, STAGE.autopilot);
    room.next();
    const { activity } = room.state();
    expect(activity.kind === 'stage' && activity.ballot.kind === 'votes' && activity.ballot.votes.size).toBe(
      8,
    );
  });
});

/** The machine's rounds the bots stopped at, after a whole run. */
function stopsOf(bot: BotStrategy): readonly number[] {
  const room = classOf(bot, STAGE.stop);
  room.next();
  for (let step = 0; step < 30; step++) runOut(room);
  return room.facts().flatMap((fact) => (fact.type === 'stopped' ? [fact.played] : []));
}

describe('bots stop the machine', () => {
  it('when its error hardly falls any more, if they are careful: never at once, and none twice', () => {
    const stops = stopsOf(CAREFUL);
    expect(stops.length).toBeLessThanOrEqual(8);
    for (const stop of stops) expect(stop).toBeGreaterThanOrEqual(3);
  });

  it('when it is over, if they are contrary', () => {
    expect(stopsOf(CONTRARY)).toEqual(Array.from({ length: 8 }, () => 30));
  });

  it('anywhere, at random, but all of them and within the run', () => {
    const stops = stopsOf(AT_RANDOM);
    expect(stops).toHaveLength(8);
    expect(Math.min(...stops)).toBeGreaterThanOrEqual(1);
    expect(Math.max(...stops)).toBeLessThanOrEqual(30);
    expect(new Set(stops).size).toBeGreaterThan(3);
  });

  it('at the same rounds when the machine is run ahead as when it is watched', () => {
    const room = classOf(CAREFUL, STAGE.stop);
    room.must(TEACHER, { kind: 'fast-forward', expected: room.state().serial, rounds: 30 });
    const ahead = room.facts().flatMap((fact) => (fact.type === 'stopped' ? [fact.played] : []));
    expect(ahead).toEqual(stopsOf(CAREFUL));
  });
});

describe('bots bet', () => {
  function betsOf(bot: BotStrategy) {
    const room = classOf(bot, STAGE.test);
    room.next();
    const bets = room.facts().flatMap((fact) => (fact.type === 'bet-placed' ? [fact] : []));
    return { room, bets };
  }

  it('on what the animal most looks like among those they have seen, if they are careful', () => {
    const { room, bets } = betsOf(CAREFUL);
    const { training, test } = materialOf(room.state().setup, STAGE.test).data;
    const [animal] = test;
    const distance = (features: readonly number[]): number =>
      Math.hypot(...features.map((value, index) => value - (animal?.features[index] ?? 0)));
    const [nearest] = [...training].sort((one, other) => distance(one.features) - distance(other.features));
    const looksLike = (nearest?.target[0] ?? 0) > 0 ? 1 : 0;
    expect(bets.map(({ answer }) => answer)).toEqual(Array.from({ length: 8 }, () => looksLike));
  });

  it('against it, if they are contrary', () => {
    const [careful] = betsOf(CAREFUL).bets;
    for (const { answer } of betsOf(CONTRARY).bets) expect(answer).not.toBe(careful?.answer);
  });

  it('on every animal, once each', () => {
    const { room } = betsOf(CAREFUL);
    room.reach('score');
    const bets = room.facts().flatMap((fact) => (fact.type === 'bet-placed' ? [fact] : []));
    for (const animal of [0, 1, 2]) expect(bets.filter((bet) => bet.animal === animal)).toHaveLength(8);
  });
});
