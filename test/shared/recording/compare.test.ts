import { describe, expect, it } from 'vitest';
import { compareTimelines } from '../../../shared/recording/compare.ts';
import { openClassroom, TEACHER, type Classroom } from '../../helpers/classroom.ts';
import { curveOf } from '../../helpers/curve.ts';
import { asRecorded } from '../../helpers/recorded.ts';

/** Plays so many rounds of each stage named. */
function played(...stages: readonly (readonly [stage: number, rounds: number])[]): Classroom {
  const room = openClassroom({ settings: { closeRule: 'teacher' } });
  room.bots(8);
  for (const [stage, rounds] of stages) {
    room.enter(stage);
    for (let round = 0; round < rounds; round++) {
      room.reach('nudge');
      room.reach('adjust');
    }
  }
  return room;
}

const timeline = (room: Classroom) => curveOf(asRecorded(room.facts()));

describe('two recordings side by side', () => {
  const long = timeline(played([0, 3], [2, 4]));
  const short = timeline(played([0, 1], [2, 2]));
  const comparison = compareTimelines(long, short);

  it('lie on one axis of rounds, as long as the longer class', () => {
    expect(comparison.lastRound).toBe(7);
    expect(comparison.rounds.map(({ round }) => round)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('show the same round of both, in whatever stage each was', () => {
    const [first, second, , fourth] = comparison.rounds;
    expect([first?.one?.stageKind, first?.other?.stageKind]).toEqual(['guess', 'guess']);
    expect([second?.one?.stageKind, second?.other?.stageKind]).toEqual(['guess', 'probe']);
    expect([fourth?.one?.round, fourth?.other]).toEqual([4, null]);
  });

  it('keep each its own stages', () => {
    const bands = (curve: typeof comparison.one) =>
      curve.bands.map(({ stageKind, fromRound, toRound }) => [stageKind, fromRound, toRound]);
    expect(bands(comparison.one)).toEqual([
      ['guess', 0, 3],
      ['probe', 3, 7],
    ]);
    expect(bands(comparison.other)).toEqual([
      ['guess', 0, 1],
      ['probe', 1, 3],
    ]);
  });

  it('keep each its whole curve: a stage begins at the round at which the one before ended', () => {
    expect(comparison.one.points.map(({ atRound }) => atRound)).toEqual([0, 1, 2, 3, 3, 4, 5, 6, 7]);
    expect(comparison.one.points.map(({ point }) => point)).toEqual(long);
  });

  it('go on after a return with the next round, which is not the one returned to', () => {
    const room = played([0, 3]);
    room.must(TEACHER, { kind: 'go-back', expected: room.state().serial, point: 1 });
    room.reach('nudge');
    room.reach('adjust');
    const { one, rounds } = compareTimelines(timeline(room), []);
    expect(one.points.map(({ atRound, point }) => [point.kind, atRound])).toEqual([
      ['start', 0],
      ['step', 1],
      ['step', 2],
      ['step', 3],
      ['back', 3],
      ['step', 4],
    ]);
    expect(rounds.map(({ one: point }) => point?.kind)).toEqual(['step', 'step', 'step', 'step']);
    expect(one.bands).toHaveLength(1);
  });

  it('are nothing where nothing was played', () => {
    expect(compareTimelines([], [])).toEqual({
      lastRound: 0,
      one: { points: [], bands: [] },
      other: { points: [], bands: [] },
      rounds: [],
    });
  });
});
