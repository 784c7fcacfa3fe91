import { describe, expect, it } from 'vitest';
import { stopRevealShapes, type StopCurves } from '../../../client/draw/stop-reveal.ts';
import { createNumbers } from '../../../client/text/numbers.ts';

const SIZE = { width: 700, height: 400 };
const OPTIONS = { fontPx: 14, figure: createNumbers('es').figure };
const CLASS: StopCurves = {
  seen: [0.6, 0.4, 0.3, 0.2, 0.1, 0.05],
  validation: [0.6, 0.45, 0.35, 0.4, 0.5, 0.6],
  best: { round: 2 },
  stops: [
    { round: 2, count: 1 },
    { round: 4, count: 3 },
  ],
};
const shapes = (change: Partial<StopCurves> = {}, size = SIZE) =>
  stopRevealShapes({ ...CLASS, ...change }, size, OPTIONS);

describe('what was hidden while the machine ran', () => {
  it('marks the round where new animals were answered best, on their curve', () => {
    const { best, validation } = shapes();
    expect(validation).toContain(`L${Math.round((best?.x ?? 0) * 10) / 10} `);
    expect(best?.y).toBeGreaterThan(0);
  });

  it('shows the gap from the seen up to the new at the end, and the rounds since the best', () => {
    const { gap, patience, best } = shapes();
    expect(gap?.bottom).toBeGreaterThan((gap?.top ?? 0) + 50);
    expect(patience?.from).toBe(best?.x);
    expect(patience?.to).toBeGreaterThan(patience?.from ?? 0);
  });

  it('has no rounds without getting better where the last was the best', () => {
    expect(shapes({ validation: [0.6, 0.5, 0.4, 0.3, 0.2, 0.1], best: { round: 5 } }).patience).toBeNull();
  });

  it('stands the stops below the rounds they were pressed at, higher where more people pressed', () => {
    const { bars, best, floor, ground } = shapes();
    expect(bars.map(({ round }) => round)).toEqual([2, 4]);
    const [one, three] = bars;
    expect((one?.x ?? 0) + (one?.width ?? 0) / 2).toBeCloseTo(best?.x ?? 0);
    expect(three?.height).toBeCloseTo(3 * (one?.height ?? 0));
    for (const bar of bars) {
      expect(bar.y).toBeGreaterThan(floor);
      expect(bar.y + bar.height).toBeCloseTo(ground);
    }
  });

  it('holds on a phone with a bar for each of sixty rounds, and with nobody stopped', () => {
    const losses = Array.from({ length: 61 }, (_, round) => 0.5 + round / 100);
    const stops = losses.map((_, round) => ({ round, count: 2 }));
    const narrow = shapes({ seen: losses, validation: losses, stops }, { width: 280, height: 200 });
    for (const { x, width } of narrow.bars) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(280);
    }
    expect(narrow.rounds.length).toBeLessThan(10);
    expect(shapes({ stops: [] }).bars).toEqual([]);
  });

  it('does not break over a network that exploded', () => {
    const { seen, validation } = shapes({ seen: [0.5, Number.NaN], validation: [0.5, Infinity] });
    expect(`${seen}${validation}`).not.toMatch(/NaN|Infinity/u);
  });
});
