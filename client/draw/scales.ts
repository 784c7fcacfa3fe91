/** Turns a value into a place in pixels. */
export type Scale = (value: number) => number;

/** A straight scale. A domain of no width lands in the middle, so that a first single point is drawn somewhere. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [low, high] = domain;
  const [start, end] = range;
  if (high === low) return () => (start + end) / 2;
  return (value) => start + ((value - low) / (high - low)) * (end - start);
}

/** The top of an axis that starts at 0: the first of 1, 2, 5 × 10ⁿ steps that holds `value`. */
export function niceCeiling(value: number): number {
  const step = niceStep(value);
  return step === 0 ? 1 : Math.ceil(value / step - 1e-9) * step;
}

/** The round values from 0 up to `top`, without 0: at most five, so that a small curve stays airy. */
export function niceTicks(top: number): readonly number[] {
  const step = niceStep(top);
  if (step === 0) return [];
  const count = Math.floor(top / step + 1e-9);
  return Array.from({ length: count }, (_, index) => (index + 1) * step);
}

/** Decimals needed to write a multiple of this value without losing a digit, at most 4. */
export function decimalsOf(step: number): number {
  return step <= 0 ? 0 : Math.min(4, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

function niceStep(top: number): number {
  if (!(top > 0) || !Number.isFinite(top)) return 0;
  const rough = top / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const lead = rough / power;
  return power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
}
