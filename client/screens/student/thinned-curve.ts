/** A long curve is sent with fewer points than it had steps, evenly: which of its points is nearest to a step. */
export function pointOfStep(step: number, points: number, steps: number): number | null {
  if (points === 0 || step > steps) return null;
  return steps === 0 ? 0 : Math.round((step / steps) * (points - 1));
}

/** Which step a point of such a curve shows. */
export function stepOfPoint(point: number, points: number, steps: number): number {
  return points < 2 ? 0 : Math.round((point / (points - 1)) * steps);
}
