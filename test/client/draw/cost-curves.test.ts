import { describe, expect, it } from 'vitest';
import type { CostLine } from '../../../client/draw/cost-axis.ts';
import { costCurvesShapes } from '../../../client/draw/cost-curves.ts';
import { createNumbers } from '../../../client/text/numbers.ts';

const SIZE = { width: 600, height: 300 };
const { figure, count } = createNumbers('es');
const shapes = (...curves: readonly CostLine[]) =>
  costCurvesShapes(curves, SIZE, { fontPx: 14, figure, count });
const evenly = (losses: readonly number[], each: number): CostLine => ({
  losses,
  passes: losses.map((_, round) => round * each),
});
const heights = (path: string): readonly number[] =>
  [...path.matchAll(/[ML](\S+) ([\d.]+)/gu)].map(([, , y]) => Number(y));

describe('curves over each other by what they cost', () => {
  it('stand on a straight axis as long as they cost about the same', () => {
    const { passes } = shapes(evenly([0.6, 0.4, 0.2], 20), evenly([0.6, 0.5, 0.3], 10));
    const gaps = passes.slice(1).map(({ x }, index) => Math.round(x - (passes[index]?.x ?? 0)));
    expect(new Set(gaps).size).toBe(1);
    expect(passes[0]?.label).toBe('0');
  });

  it('stand on powers of ten where the class paid many times what the machine pays', () => {
    const { passes } = shapes(evenly([0.6, 0.4, 0.2], 340), evenly([0.6, 0.1, 0.05], 2));
    expect(passes.map(({ label }) => label)).toEqual(['0', '1', '10', '100']);
  });

  it('count whole passes after very few of them', () => {
    expect(shapes(evenly([0.6, 0.4], 2)).passes.map(({ label }) => label)).toEqual(['0', '1', '2']);
    expect(shapes(evenly([0.6, 0.4], 1)).passes.map(({ label }) => label)).toEqual(['0', '1']);
  });

  it('keep the machine in the picture however far it explodes', () => {
    const exploding = evenly([0.6, 0.9, 40, 1e6, Number.POSITIVE_INFINITY, Number.NaN], 2);
    const drawn = shapes(exploding, evenly([0.6, 0.5, 0.4], 2));
    const [line] = drawn.lines;
    expect(line?.endsBeyond).toBe(true);
    expect(line?.beyond).not.toBe('');
    expect(`${line?.path}${line?.beyond}`).not.toMatch(/NaN|Infinity/u);
    expect(Math.min(...heights(line?.path ?? ''))).toBeCloseTo(drawn.ceiling, 0);
    // What matters still has its room: a third of the height or more.
    const other = heights(drawn.lines[1]?.path ?? '');
    expect(drawn.floor - (other[0] ?? 0)).toBeGreaterThan((drawn.floor - drawn.ceiling) * 0.2);
  });

  it('show the whole curve where it only doubles', () => {
    const [line] = shapes(evenly([0.6, 1.2, 1.1], 2)).lines;
    expect(line?.endsBeyond).toBe(false);
    expect(line?.beyond).toBe('');
  });

  it('keep their badges apart where they end at the same error', () => {
    const same = evenly([0.6, 0.2], 10);
    const { lines, floor } = shapes(same, same, same, same);
    const places = lines.map((line) => line?.badge.y ?? 0).sort((a, b) => a - b);
    places.slice(1).forEach((y, index) => expect(y - (places[index] ?? 0)).toBeGreaterThanOrEqual(20));
    expect(Math.max(...places)).toBeLessThanOrEqual(floor);
  });

  it('draw a machine that has not moved as its start, and nothing of one that has none', () => {
    const { lines, levels } = shapes(evenly([0.5], 2), evenly([], 2));
    expect(lines[0]?.end.x).toBeGreaterThan(0);
    expect(lines[1]).toBeNull();
    expect(levels.length).toBeGreaterThan(2);
  });

  it('stand the same for errors of nothing at all', () => {
    expect(shapes(evenly([0, 0], 2)).lines[0]?.path).not.toMatch(/NaN/u);
    expect(shapes().lines).toEqual([]);
  });
});
