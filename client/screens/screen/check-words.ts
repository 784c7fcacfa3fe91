import type { GradientCheck } from '../../../shared/session/machine-events.ts';

/** A probe to either side is a secant; nearer than this share of the slope it is called the same number. */
const ALMOST = 0.05;
/** Below this both are as good as flat. */
const FLAT = 1e-4;

/** Whether the probe's difference says the same as backprop. */
export function agrees({ difference, gradient }: GradientCheck): boolean {
  const largest = Math.max(Math.abs(difference), Math.abs(gradient));
  return Math.abs(difference - gradient) <= Math.max(FLAT, ALMOST * largest);
}
