import type { GradientCheck } from '../../../shared/session/machine-events.ts';

/** What a probe of finite width may differ by, as a share of the slope, and where the slope is next to nothing. */
const SHARE = 0.01;
const NOTHING = 1e-5;

/** Whether both ways found the same slope. */
export function checkAgrees({
  difference,
  gradient,
}: Pick<GradientCheck, 'difference' | 'gradient'>): boolean {
  return Math.abs(difference - gradient) <= Math.max(NOTHING, SHARE * Math.abs(gradient));
}
