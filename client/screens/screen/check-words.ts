import { findsSameSlope } from '../../../shared/network/gradient-check.ts';
import type { GradientCheck } from '../../../shared/session/machine-events.ts';

/** Whether the probe's difference says the same as backprop. */
export function agrees(check: GradientCheck): boolean {
  return findsSameSlope(check);
}
