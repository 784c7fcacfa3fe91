import { timesDerivative } from './activations.ts';
import { at } from './at.ts';
import type { Batch } from './batch.ts';

/**
 * Mean over the examples of the loss a forward pass ended in; 0 when there are none. The cross-entropies are
 * computed from the pre-activations (logits), never from a probability that may have been rounded to 0.
 */
export function meanLoss(batch: Batch): number {
  return batch.count === 0 ? 0 : totalLoss(batch) / batch.count;
}

/** Writes ∂loss/∂pre-activation of every example into the output layer's errors. */
export function writeOutputErrors(batch: Batch): void {
  const { errors, activations, activation } = batch.output;
  for (let k = 0; k < errors.length; k++) errors[k] = at(activations, k) - at(batch.targets, k);
  // For a cross-entropy on its own activation (sigmoid, softmax) the two derivatives multiply to just this difference.
  if (batch.topology.spec.loss !== 'half-squared-error') return;
  if (activation === 'softmax') throw new RangeError('softmax goes with the categorical cross-entropy');
  timesDerivative(activation, activations, errors);
}

function totalLoss(batch: Batch): number {
  const { preActivations, activations } = batch.output;
  switch (batch.topology.spec.loss) {
    case 'half-squared-error':
      return halfSquaredError(activations, batch.targets);
    case 'binary-cross-entropy':
      return binaryCrossEntropy(preActivations, batch.targets);
    case 'categorical-cross-entropy':
      return categoricalCrossEntropy(preActivations, batch.targets, batch.count);
  }
}

function halfSquaredError(outputs: Float64Array, targets: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < outputs.length; k++) {
    const difference = at(outputs, k) - at(targets, k);
    sum += difference * difference;
  }
  return 0.5 * sum;
}

/** −t log σ(z) − (1 − t) log(1 − σ(z)), rearranged so that nothing overflows: max(z, 0) − z t + log(1 + e^−|z|). */
function binaryCrossEntropy(logits: Float64Array, targets: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < logits.length; k++) {
    const z = at(logits, k);
    sum += Math.max(z, 0) - z * at(targets, k) + Math.log1p(Math.exp(-Math.abs(z)));
  }
  return sum;
}

/** −Σ t log softmax(z), with log Σ e^z taken around the largest logit. */
function categoricalCrossEntropy(logits: Float64Array, targets: Float64Array, count: number): number {
  let sum = 0;
  for (let e = 0; e < count; e++) {
    let largest = -Infinity;
    for (let k = e; k < logits.length; k += count) largest = Math.max(largest, at(logits, k));
    let powers = 0;
    for (let k = e; k < logits.length; k += count) powers += Math.exp(at(logits, k) - largest);
    const whole = largest + Math.log(powers);
    for (let k = e; k < logits.length; k += count) sum += at(targets, k) * (whole - at(logits, k));
  }
  return sum;
}
