/** The sign of a weight, in the word the legend uses. Zero counts as positive: it is drawn at its thinnest. */
export type Sign = 'positive' | 'negative';

export function signOf(weight: number): Sign {
  return weight < 0 ? 'negative' : 'positive';
}

/** A weight this large is as thick as an edge gets; tanh networks seldom need more. */
const THICKEST_WEIGHT = 2.4;
const THINNEST = 0.027;
const THICKEST = 0.28;

/** Pixels of an edge's width for a weight, given the radius of a hidden neuron in pixels. */
export function edgeWidth(weight: number, radius: number): number {
  const share = Math.min(1, Math.abs(weight) / THICKEST_WEIGHT);
  return radius * (THINNEST + (THICKEST - THINNEST) * share);
}

/** Pixels of the dotted way back of an error, given the largest error on the picture. */
export function backflowWidth(error: number, largest: number, radius: number): number {
  const share = largest > 0 ? Math.min(1, Math.abs(error) / largest) : 0;
  return radius * (0.045 + 0.22 * share);
}
