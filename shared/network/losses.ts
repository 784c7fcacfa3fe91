import { timesDerivative } from './activations.ts';
import { at } from './at.ts';
import type { Batch, LayerPass } from './batch.ts';
import { cellOf, type LANES } from './lanes.ts';
import type { LossName } from './topology.ts';

const FOUR: typeof LANES = 4;

/**
 * Mean over the examples of the loss a forward pass ended in; 0 when there are none. The cross-entropies are
 * computed from the pre-activations (logits), never from a probability that may have been rounded to 0.
 */
export function meanLoss({ topology, count, output, targets }: Batch): number {
  const width = output.slice.outputs * FOUR;
  let total = 0;
  for (let example = 0; example < count; example++) {
    const start = cellOf(example, output.slice.outputs);
    total += lossOfExample(topology.spec.loss, output, targets.values, start, start + width);
  }
  return total / Math.max(1, count);
}

/** Writes ∂loss/∂pre-activation of every example into the output layer's errors. */
export function writeOutputErrors({ topology, count, output, targets }: Batch): void {
  const { slice, activation, activations, errors } = output;
  for (let example = 0; example < count; example++) {
    const start = cellOf(example, slice.outputs);
    for (let k = start; k < start + slice.outputs * FOUR; k += FOUR) {
      errors.values[k] = at(activations.values, k) - at(targets.values, k);
    }
  }
  // For a cross-entropy on its own activation (sigmoid, softmax) the two derivatives multiply to just this difference.
  if (topology.spec.loss !== 'half-squared-error') return;
  if (activation === 'softmax') throw new RangeError('softmax goes with the categorical cross-entropy');
  timesDerivative(activation, activations, errors);
}

/** The loss of the example whose output neurons lie from `start` to before `end`, four apart. */
function lossOfExample(
  loss: LossName,
  { preActivations, activations }: LayerPass,
  targets: Float64Array,
  start: number,
  end: number,
): number {
  switch (loss) {
    case 'half-squared-error':
      return halfSquaredError(activations.values, targets, start, end);
    case 'binary-cross-entropy':
      return binaryCrossEntropy(preActivations.values, targets, start, end);
    case 'categorical-cross-entropy':
      return categoricalCrossEntropy(preActivations.values, targets, start, end);
  }
}

function halfSquaredError(outputs: Float64Array, targets: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let k = start; k < end; k += FOUR) {
    const difference = at(outputs, k) - at(targets, k);
    sum += difference * difference;
  }
  return 0.5 * sum;
}

/** −t log σ(z) − (1 − t) log(1 − σ(z)), rearranged so that nothing overflows: max(z, 0) − z t + log(1 + e^−|z|). */
function binaryCrossEntropy(logits: Float64Array, targets: Float64Array, start: number, end: number): number {
  let sum = 0;
  for (let k = start; k < end; k += FOUR) {
    const z = at(logits, k);
    sum += Math.max(z, 0) - z * at(targets, k) + Math.log1p(Math.exp(-Math.abs(z)));
  }
  return sum;
}

/** −Σ t log softmax(z), with log Σ e^z taken around the largest logit. */
function categoricalCrossEntropy(
  logits: Float64Array,
  targets: Float64Array,
  start: number,
  end: number,
): number {
  let largest = -Infinity;
  for (let k = start; k < end; k += FOUR) largest = Math.max(largest, at(logits, k));
  let powers = 0;
  for (let k = start; k < end; k += FOUR) powers += Math.exp(at(logits, k) - largest);
  const whole = largest + Math.log(powers);
  let sum = 0;
  for (let k = start; k < end; k += FOUR) sum += at(targets, k) * (whole - at(logits, k));
  return sum;
}
