import { timesDerivative } from './activations.ts';
import { at } from './at.ts';
import type { Batch } from './batch.ts';
import { cellOf, paddedToLanes, type LANES } from './lanes.ts';

const FOUR: typeof LANES = 4;

/**
 * Mean over the examples of the loss a forward pass ended in; 0 when there are none. The cross-entropies are
 * computed from the pre-activations (logits), never from a probability that may have been rounded to 0.
 */
export function meanLoss(batch: Batch): number {
  return totalLoss(batch) / Math.max(1, batch.count);
}

/** Writes ∂loss/∂pre-activation of every example into the output layer's errors. */
export function writeOutputErrors(batch: Batch): void {
  const { activation, activations, errors } = batch.output;
  const into = errors.values;
  for (let k = 0; k < into.length; k++) into[k] = at(activations.values, k) - at(batch.targets.values, k);
  clearPadding(batch);
  // For a cross-entropy on its own activation (sigmoid, softmax) the two derivatives multiply to just this difference.
  if (batch.topology.spec.loss !== 'half-squared-error') return;
  if (activation === 'softmax') throw new RangeError('softmax goes with the categorical cross-entropy');
  timesDerivative(activation, activations, errors);
}

function totalLoss(batch: Batch): number {
  switch (batch.topology.spec.loss) {
    case 'half-squared-error':
      return halfSquaredError(batch);
    case 'binary-cross-entropy':
      return binaryCrossEntropy(batch);
    case 'categorical-cross-entropy':
      return categoricalCrossEntropy(batch);
  }
}

/** The columns that belong to no example must not add to any gradient. */
function clearPadding({ count, output }: Batch): void {
  const errors = output.errors.values;
  for (let example = count; example < paddedToLanes(count); example++) {
    const start = cellOf(example, output.slice.outputs);
    for (let k = start; k < start + output.errors.groupWidth; k += FOUR) errors[k] = 0;
  }
}

function halfSquaredError({ count, output, targets }: Batch): number {
  const { values, groupWidth } = output.activations;
  let sum = 0;
  for (let first = 0, group = 0; first < count; first += FOUR, group += groupWidth) {
    const lanesEnd = group + Math.min(FOUR, count - first);
    for (let lane = group; lane < lanesEnd; lane++) {
      for (let k = lane; k < group + groupWidth; k += FOUR) {
        const difference = at(values, k) - at(targets.values, k);
        sum += difference * difference;
      }
    }
  }
  return 0.5 * sum;
}

/** −t log σ(z) − (1 − t) log(1 − σ(z)), rearranged so that nothing overflows: max(z, 0) − z t + log(1 + e^−|z|). */
function binaryCrossEntropy({ count, output, targets }: Batch): number {
  const { values, groupWidth } = output.preActivations;
  let sum = 0;
  for (let first = 0, group = 0; first < count; first += FOUR, group += groupWidth) {
    const lanesEnd = group + Math.min(FOUR, count - first);
    for (let lane = group; lane < lanesEnd; lane++) {
      for (let k = lane; k < group + groupWidth; k += FOUR) {
        const z = at(values, k);
        sum += Math.max(z, 0) - z * at(targets.values, k) + Math.log1p(Math.exp(-Math.abs(z)));
      }
    }
  }
  return sum;
}

function categoricalCrossEntropy({ count, output, targets }: Batch): number {
  const { values, groupWidth } = output.preActivations;
  let sum = 0;
  for (let first = 0, group = 0; first < count; first += FOUR, group += groupWidth) {
    const lanesEnd = group + Math.min(FOUR, count - first);
    for (let lane = group; lane < lanesEnd; lane++) {
      sum += crossEntropyOf(values, targets.values, lane, group + groupWidth);
    }
  }
  return sum;
}

/** −Σ t log softmax(z) of one example, with log Σ e^z taken around the largest logit. */
function crossEntropyOf(logits: Float64Array, targets: Float64Array, start: number, end: number): number {
  let largest = -Infinity;
  for (let k = start; k < end; k += FOUR) largest = Math.max(largest, at(logits, k));
  let powers = 0;
  for (let k = start; k < end; k += FOUR) powers += Math.exp(at(logits, k) - largest);
  const whole = largest + Math.log(powers);
  let sum = 0;
  for (let k = start; k < end; k += FOUR) sum += at(targets, k) * (whole - at(logits, k));
  return sum;
}
