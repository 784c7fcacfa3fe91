import { describe, expect, it } from 'vitest';
import { connection, pointAt, reversed } from '../../../client/draw/bezier.ts';
import { costBars } from '../../../client/draw/cost-bars.ts';
import { billOfGlyph, glyphsOf, petsOfGlyph } from '../../../client/draw/feature-glyph.ts';
import { parseHex } from '../../../client/draw/palette.ts';
import { qrPath } from '../../../client/draw/qr.ts';
import { weightCurve } from '../../../client/draw/weight-curve.ts';

describe('a connection', () => {
  it('leaves and arrives level, and is the same line walked backwards', () => {
    const curve = connection({ x: 0, y: 0 }, { x: 100, y: 60 });
    expect(pointAt(curve, 0)).toEqual({ x: 0, y: 0 });
    expect(pointAt(curve, 1)).toEqual({ x: 100, y: 60 });
    expect(pointAt(curve, 0.5)).toEqual({ x: 50, y: 30 });
    expect(pointAt(reversed(curve), 0.2).y).toBeCloseTo(pointAt(curve, 0.8).y);
  });
});

describe('the cost of knowing', () => {
  it('is one bar a pass: 34 probes beside one forward and one backward', () => {
    const [probing, backprop] = costBars([
      { forward: 34, backward: 0 },
      { forward: 1, backward: 1 },
    ]);
    expect(probing).toHaveLength(34);
    expect(backprop).toEqual(['forward', 'backward']);
  });

  it('keeps one scale for all rows when there are too many bars, and never hides a cost', () => {
    const [probing, backprop] = costBars([
      { forward: 3400, backward: 0 },
      { forward: 1, backward: 1 },
    ]);
    expect(probing).toHaveLength(80);
    expect(backprop).toEqual(['forward', 'backward']);
  });

  it('is nothing before anything was paid', () => {
    expect(costBars([{ forward: 0, backward: 0 }])).toEqual([[]]);
    expect(costBars([])).toEqual([]);
  });
});

describe('the picture on an input', () => {
  it('is drawn for the features of a pet, and a dot for what has no picture', () => {
    expect(glyphsOf(['ears', 'size', 'first'])).toEqual(['ears', 'size', 'dot']);
    expect(petsOfGlyph('size')).toHaveLength(2);
    expect(petsOfGlyph('dot')).toEqual([]);
  });

  it('tell a bill’s length from its depth, and keep both inside the ring', () => {
    expect(glyphsOf(['bill-length', 'bill-depth'])).toEqual(['bill-length', 'bill-depth']);
    const [length, depth] = [billOfGlyph('bill-length'), billOfGlyph('bill-depth')];
    expect(length?.measure).not.toEqual(depth?.measure);
    for (const drawing of [length, depth])
      for (const stroke of [...(drawing?.bill ?? []), ...(drawing?.measure ?? [])])
        if ('x' in stroke) expect(Math.hypot(stroke.x, stroke.y)).toBeLessThan(0.85);
    expect(billOfGlyph('ears')).toBeNull();
  });

  it('stays inside its neuron', () => {
    for (const glyph of ['ears', 'size', 'snout', 'whiskers'] as const) {
      for (const { x, y, width } of petsOfGlyph(glyph))
        expect(Math.hypot(x, y) + width / 2).toBeLessThan(1.05);
    }
  });
});

describe('the QR code', () => {
  it('keeps four modules of light around it', () => {
    const { size, path } = qrPath('http://192.168.1.20:3000/KM47RX');
    const starts = [...path.matchAll(/M(\d+) (\d+)h(\d+)/gu)].map(([, x, y, width]) => {
      return { left: Number(x), top: Number(y), right: Number(x) + Number(width) };
    });
    expect(Math.min(...starts.map(({ left }) => left))).toBe(4);
    expect(Math.min(...starts.map(({ top }) => top))).toBe(4);
    expect(Math.max(...starts.map(({ right }) => right))).toBe(size - 4);
  });

  it('begins with the whole upper edge of a finder in one piece', () => {
    expect(qrPath('KM47RX').path.startsWith('M4 4h7v1h-7z')).toBe(true);
  });
});

describe('the curve of one weight', () => {
  const now = { value: 1.1, loss: 0.384 };

  it('puts a lower error lower, and the value where it belongs', () => {
    const {
      lower,
      raise,
      now: here,
    } = weightCurve(
      { points: [], now, lower: { value: 0.9, loss: 0.39 }, raise: { value: 1.3, loss: 0.379 } },
      { width: 340, height: 132 },
    );
    expect(lower?.y).toBeLessThan(here.y);
    expect(raise?.y).toBeGreaterThan(here.y);
    expect(lower?.x).toBeLessThan(here.x);
  });

  it('shows only where the weight stands as long as nothing else may be seen', () => {
    const picture = weightCurve({ points: [], now, lower: null, raise: null }, { width: 340, height: 132 });
    expect(picture).toMatchObject({ path: '', lower: null, raise: null, now: { x: 170, y: 66 } });
  });
});

describe('a colour token', () => {
  it('is read as numbers, and a missing one shows as black', () => {
    expect(parseHex('#f3A46f')).toEqual([243, 164, 111]);
    expect(parseHex('')).toEqual([0, 0, 0]);
  });
});
