import { describe, expect, it } from 'vitest';
import { curveShapes } from '../../../client/draw/curve-shapes.ts';
import type { LossHistory, LossPoint } from '../../../client/draw/loss-history.ts';
import { createNumbers } from '../../../client/text/numbers.ts';

const SIZE = { width: 600, height: 200 };
const WORDS = { figure: createNumbers('es').figure, fontPx: 13 };
const point = (round: number, loss: number, isTakenBack = false): LossPoint => ({
  round,
  loss,
  validation: loss + 0.05,
  isTakenBack,
});
const shapes = (history: LossHistory, best: number | null = null) => curveShapes(history, best, SIZE, WORDS);

/** A stage of three rounds, the second of them taken back, and another stage of two. */
const CLASS: LossHistory = {
  points: [
    point(0, 0.5),
    point(1, 0.4),
    point(2, 0.6, true),
    point(3, 0.3),
    point(3, 0.5),
    point(4, 0.2),
    point(5, 0.1),
  ],
  stages: [
    { from: 0, name: 'Quedarse con lo mejor' },
    { from: 4, name: 'Retropropagar' },
  ],
  returns: [],
};

describe('the curve for paper', () => {
  it('lifts the pen where a stage starts, and passes by what was taken back', () => {
    const { line, takenBack } = shapes(CLASS);
    expect(line).toHaveLength(2);
    expect(line.map((path) => path.split('L').length)).toEqual([3, 3]);
    expect(takenBack).toHaveLength(1);
    expect(takenBack[0]?.path).toMatch(/^M.*L/u);
  });

  it('shows the new examples beside the seen ones, above them where they are worse', () => {
    const { line, fresh } = shapes(CLASS);
    const height = (path = ''): number => Number(/^M\S+ ([\d.]+)/u.exec(path)?.[1]);
    expect(fresh).toHaveLength(2);
    expect(height(fresh[0])).toBeLessThan(height(line[0]));
  });

  it('names each stage where there is room, and numbers it where there is none', () => {
    expect(shapes(CLASS).bands.map(({ label }) => label)).toEqual(['Quedarse con lo mejor', 'Retropropagar']);
    const narrow = curveShapes(CLASS, null, { width: 200, height: 150 }, WORDS);
    expect(narrow.bands.map(({ label }) => label)).toEqual(['1', '2']);
  });

  it('rings the best round on the line of the new examples', () => {
    const { best, floor } = shapes(CLASS, 6);
    expect(best?.x).toBeGreaterThan(500);
    expect(best?.y).toBeLessThan(floor);
    expect(shapes(CLASS).best).toBeNull();
  });

  it('keeps a way that was left, and the leap back to where the class went on', () => {
    const returned = { ...CLASS, returns: [{ at: 6, to: 5 }] };
    expect(shapes(returned).returns).toHaveLength(1);
    expect(shapes({ ...CLASS, returns: [{ at: 6, to: 4 }] }).leftBehind).toHaveLength(1);
  });

  it('writes no more rounds below than can be read, and not a number that is none', () => {
    const points = Array.from({ length: 101 }, (_, round) => point(round, 0.5));
    const long = shapes({ points, stages: [{ from: 0, name: 'Probar' }], returns: [] });
    expect(long.rounds.length).toBeLessThanOrEqual(12);
    expect(long.rounds[0]?.label).toBe('9');
    expect(JSON.stringify(long)).not.toContain('NaN');
    expect(JSON.stringify(shapes({ points: [], stages: [], returns: [] }))).not.toContain('NaN');
  });
});
