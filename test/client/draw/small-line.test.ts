import { describe, expect, it } from 'vitest';
import { smallBars } from '../../../client/draw/small-bars.ts';
import { smallLine } from '../../../client/draw/small-line.ts';

const SIZE = { width: 112, height: 52 };

describe('a small line over the rounds', () => {
  const line = { values: [1, 2, -2], count: 3, starts: new Set<number>(), marked: null };

  it('goes through its values, and shows where 0 lies between them', () => {
    expect(smallLine(line, SIZE)).toEqual({ path: 'M6 16L56 6L106 46', zero: 26, mark: null });
  });

  it('keeps room for what has not been read yet', () => {
    expect(smallLine({ ...line, values: [1] }, SIZE).path).toBe('M6 6');
  });

  it('lifts the pen where a stage starts with a network of its own, and where there is nothing', () => {
    expect(smallLine({ ...line, starts: new Set([2]) }, SIZE).path).toBe('M6 16L56 6M106 46');
    expect(smallLine({ ...line, values: [1, null, -2] }, SIZE).path).toBe('M6 6M106 46');
  });

  it('marks the point one looks at', () => {
    expect(smallLine({ ...line, marked: 1 }, SIZE).mark).toEqual({ x: 56, y: 6 });
    expect(smallLine({ ...line, marked: 5 }, SIZE).mark).toBeNull();
  });

  it('stands level when the weight never moves', () => {
    expect(smallLine({ ...line, values: [0, 0, 0] }, SIZE).path).toBe('M6 26L56 26L106 26');
  });
});

describe('small bars, one a round', () => {
  const bars = { values: [-2, null, 1], count: 4, marked: 2 };

  it('fall below the line where the error fell, and rise above it where it rose', () => {
    const [fall, rise] = smallBars(bars, SIZE).bars;
    expect(fall).toMatchObject({ index: 0, x: 6, y: 26, height: 20, isFall: true, isMarked: false });
    expect(rise).toMatchObject({ index: 2, x: 56, y: 16, height: 10, isFall: false, isMarked: true });
  });

  it('stay seen where they are next to nothing', () => {
    const [bar] = smallBars({ values: [0], count: 1_000, marked: null }, SIZE).bars;
    expect(bar?.height).toBeGreaterThan(1);
    expect(bar?.width).toBeGreaterThanOrEqual(1);
  });
});
