import { describe, expect, it } from 'vitest';
import { chainNotation, plainNotation } from '../../../client/screens/student/chain-notation.ts';
import { curvesByCost } from '../../../client/parts/curves-by-cost.ts';
import type { Underway } from '../../../client/screens/student/underway.ts';
import { betOf, stopOf, voteOf } from '../../../client/screens/student/handed-in.ts';
import { insideStory } from '../../../client/screens/student/inside-story.ts';
import { stopVerdict } from '../../../client/screens/student/stop-verdict.ts';
import { pointOfStep, stepOfPoint } from '../../../client/screens/student/thinned-curve.ts';
import { typicalAnimal } from '../../../client/screens/student/typical-animal.ts';
import { rateFigure } from '../../../client/text/rate-figure.ts';
import { createNumbers } from '../../../client/text/numbers.ts';
import { findsSameSlope } from '../../../shared/network/gradient-check.ts';
import { DATA_SETS } from '../../../shared/datasets/catalogue.ts';
import type { SeatView } from '../../../shared/projection/views.ts';
import type { StudentIntent } from '../../../shared/wire/student-intents.ts';
import { openClassroom, TEACHER } from '../../helpers/classroom.ts';
import { phoneWords, viewsOf } from '../../helpers/phone.ts';

const words = await phoneWords('es');
const numbers = createNumbers('es');

function seat(changes: Partial<SeatView> = {}): SeatView {
  return {
    seat: 1,
    name: 'Nutria',
    membership: 'seated',
    muted: false,
    parameters: [],
    outcome: null,
    vote: null,
    stop: null,
    bet: null,
    drawn: [],
    ...changes,
  };
}

const waiting = (...intents: StudentIntent[]): Underway => ({
  pending: intents.map((intent, index) => ({ seq: index + 1, intent })),
  unseen: [],
});

describe('what I have handed in', () => {
  it('is what is on its way, the last of it, before what has arrived', () => {
    const pending = waiting(
      { kind: 'vote', round: 3, vote: 'slow' },
      { kind: 'vote', round: 3, vote: 'explodes' },
    );
    expect(voteOf(3, seat({ vote: 'fast' }), pending)).toEqual({ value: 'explodes', delivery: 'sending' });
    expect(voteOf(4, seat({ vote: 'fast' }), pending)).toEqual({ value: 'fast', delivery: 'accepted' });
    expect(voteOf(4, seat(), pending)).toEqual({ value: null, delivery: 'none' });
  });

  it('is a bet on this animal alone', () => {
    const pending = waiting({ kind: 'bet', round: 3, animal: 0, answer: 1 });
    expect(betOf(3, 0, seat(), pending)).toEqual({ value: 1, delivery: 'sending' });
    expect(betOf(3, 1, seat({ bet: 0 }), pending)).toEqual({ value: 0, delivery: 'accepted' });
  });

  it('is a stop for good, whatever is still on its way', () => {
    const pending = waiting({ kind: 'stop', round: 9 });
    expect(stopOf(seat(), waiting())).toEqual({ kind: 'not-yet' });
    expect(stopOf(seat(), pending)).toEqual({ kind: 'sending' });
    expect(stopOf(seat({ stop: 6 }), pending)).toEqual({ kind: 'stopped', round: 6 });
  });
});

describe('my stop beside the best round', () => {
  const revealed = {
    seen: [1, 0.6, 0.4, 0.3],
    validation: [1, 0.7, 0.6, 0.8],
    best: { round: 2, loss: 0.6, point: 2 },
    gap: 0.5,
    patience: 1,
    stops: [],
  };

  it('is before, at or after it, with what new examples cost there', () => {
    expect(stopVerdict(revealed, null)).toEqual({ kind: 'none' });
    expect(stopVerdict(revealed, 2)).toEqual({ kind: 'exact', loss: 0.6 });
    expect(stopVerdict(revealed, 1)).toEqual({ kind: 'before', rounds: 1, loss: 0.7 });
    expect(stopVerdict(revealed, 3)).toEqual({ kind: 'after', rounds: 1, loss: 0.8 });
  });
});

describe('a curve of fewer points than the machine took steps', () => {
  it('still has a place for each step, and a step for each point', () => {
    expect(pointOfStep(0, 80, 200)).toBe(0);
    expect(pointOfStep(200, 80, 200)).toBe(79);
    expect(stepOfPoint(pointOfStep(120, 80, 200) ?? 0, 80, 200)).toBeCloseTo(120, -1);
    expect(pointOfStep(16, 61, 60)).toBe(16);
  });

  it('marks nothing where there is nothing', () => {
    expect(pointOfStep(3, 0, 0)).toBeNull();
    expect(pointOfStep(9, 5, 4)).toBeNull();
    expect(stepOfPoint(0, 1, 0)).toBe(0);
  });
});

describe('a learning rate', () => {
  it('has the decimals it needs and no more', () => {
    expect([0.5, 20, 0.02, 0.0001].map((rate) => rateFigure(numbers, rate))).toEqual([
      '0,5',
      '20',
      '0,02',
      '0,0001',
    ]);
  });
});

describe('inside my weight', () => {
  const chain = { input: 0.93, slope: 0.53, errorBack: -1.69, gradientHere: -0.833, gradient: 0.23 };

  it('says that the mean may point the other way than one example', () => {
    expect(insideStory(chain)).toMatchObject({ here: 1, arrow: -1, agreement: 'against' });
    expect(insideStory({ ...chain, gradient: -0.1 }).agreement).toBe('alike');
    expect(insideStory({ ...chain, gradient: 0 })).toMatchObject({ arrow: 0, agreement: 'one-is-flat' });
  });

  it('writes so many decimals that no factor looks like nothing', () => {
    expect(insideStory(chain).decimals).toBe(2);
    expect(insideStory({ ...chain, slope: 0.012 }).decimals).toBe(3);
    expect(insideStory({ ...chain, slope: 0.000001 }).decimals).toBe(4);
    expect(insideStory({ ...chain, input: 0, gradientHere: 0 }).decimals).toBe(2);
  });

  it('is written as the field does, and plainly where a browser sets no mathematics', () => {
    const figure = (value: number): string => numbers.figure(value, 2);
    const weight = { index: 0, layer: 1, from: 0, to: 0 };
    expect(plainNotation(chainNotation(weight, chain, figure))).toEqual([
      '∂L/∂w = x · f′(z) · ∂L/∂a',
      '= 0,93 · 0,53 · (−1,69) = −0,83',
      '(1/n) Σ ∂L/∂w = 0,23',
    ]);
    const bias = { index: 9, layer: 2, from: null, to: 0 };
    expect(plainNotation(chainNotation(bias, { ...chain, input: 1, slope: null }, figure))).toEqual([
      '∂L/∂b = 1 · ∂L/∂z',
      '= 1 · (−1,69) = −0,83',
      '(1/n) Σ ∂L/∂b = 0,23',
    ]);
  });

  it('is confirmed by a probe that comes near enough, also where the slope is next to nothing', () => {
    expect(findsSameSlope({ difference: 0.02131, gradient: 0.0213 })).toBe(true);
    expect(findsSameSlope({ difference: 0.03, gradient: 0.02 })).toBe(false);
    expect(findsSameSlope({ difference: 2e-9, gradient: -1e-9 })).toBe(true);
  });
});

describe('the curves by what they cost', () => {
  it('are the class’s, stage by stage, and the machine’s above them', () => {
    const room = openClassroom({ settings: { closeRule: 'teacher' } });
    room.join(2);
    room.enter(0);
    room.reach('nudge');
    room.reach('adjust');
    room.enter(4);
    const curves = curvesByCost(viewsOf(room, 1).view, words.common);
    expect(curves.map(({ kind, badge }) => `${kind} ${badge}`)).toEqual(['class 1', 'machine M']);
    expect(curves[0]?.name).toBe(words.common.stages.guess.name);
    expect(new Set(curves.map(({ key }) => key)).size).toBe(curves.length);
    room.must(TEACHER, { kind: 'end-session' });
  });
});

describe('the picture on a bet’s button', () => {
  it('is a usual one of the class, and none where nothing can be drawn', () => {
    const { pets, penguins, moons } = DATA_SETS;
    for (const { featureNames, classNames } of [pets, penguins]) {
      for (const name of classNames) expect(typicalAnimal(name, featureNames, 50), name).not.toBeNull();
    }
    expect(typicalAnimal('upper', moons.featureNames, 50)).toBeNull();
    expect(typicalAnimal('constructor', ['ears', 'size'], 50)).toBeNull();
  });
});
