import { linearScale, niceTicks, type Scale } from './scales.ts';

/** One error curve by what it had cost: as many passes as losses. A loss may be huge or no number at all. */
export type CostLine = { readonly passes: readonly number[]; readonly losses: readonly number[] };

/** Where one curve costs this many times another, a straight axis would press the short one against its edge. */
const WIDE = 6;

/** The axis of passes: straight, or by powers of ten where the curves' costs lie far apart. 0 is always on it. */
export function costScale(curves: readonly CostLine[], range: readonly [number, number]): Scale {
  const most = mostPasses(curves);
  const straight = linearScale([0, most], range);
  if (!isByPowers(curves)) return straight;
  const bent = linearScale([0, Math.log10(1 + most)], range);
  return (passes) => bent(Math.log10(1 + passes));
}

/** Round costs to write below the axis, at most so many. There is no half a pass: after very few, every whole one. */
export function costTicks(curves: readonly CostLine[], mostTicks: number): readonly number[] {
  const most = mostPasses(curves);
  const all = isByPowers(curves) ? powers(most) : [0, ...niceTicks(most).filter(Number.isInteger)];
  const every = Math.max(1, Math.ceil(all.length / mostTicks));
  return all.filter((_, index) => index % every === 0);
}

/** What a point had cost; a point nobody counted costs nothing. */
export function passesOf({ passes }: CostLine, index: number): number {
  const cost = passes[index] ?? 0;
  return Number.isFinite(cost) ? Math.max(0, cost) : 0;
}

function isByPowers(curves: readonly CostLine[]): boolean {
  const ends = curves.map(lastPasses).filter((passes) => passes > 0);
  return ends.length > 1 && Math.max(...ends) > WIDE * Math.min(...ends);
}

function mostPasses(curves: readonly CostLine[]): number {
  return Math.max(1, ...curves.map(lastPasses));
}

function lastPasses(curve: CostLine): number {
  return curve.passes.length === 0 ? 0 : passesOf(curve, curve.passes.length - 1);
}

/** 0, 1, 10, 100 … */
function powers(most: number): readonly number[] {
  const count = Math.floor(Math.log10(most) + 1e-9) + 1;
  return [0, ...Array.from({ length: Math.max(1, count) }, (_, power) => 10 ** power)];
}
