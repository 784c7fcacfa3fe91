import type { Point } from './bezier.ts';

/**
 * Heights for labels beside points, in the points' order: each as near to its point as the others let it, none
 * closer to another than `gap`, none outside the limits as long as they fit between them.
 */
export function spreadApart(
  points: readonly Point[],
  gap: number,
  [top, bottom]: readonly [number, number],
): readonly Point[] {
  const order = points.map(({ x, y }, index) => ({ index, x, y })).sort((a, b) => a.y - b.y);
  let least = top;
  const pushedDown = order.map((label) => {
    const y = Math.max(label.y, least);
    least = y + gap;
    return { ...label, y };
  });
  let most = bottom;
  const settled = [...pushedDown].reverse().map((label) => {
    const y = Math.min(label.y, most);
    most = y - gap;
    return { ...label, y };
  });
  return settled.sort((a, b) => a.index - b.index).map(({ x, y }) => ({ x, y }));
}
