import { at } from './at.ts';
import type { Batch, LayerPass } from './batch.ts';
import type { Rows } from './kernels.ts';
import { cellOf, type LANES } from './lanes.ts';
import { tanh } from './tanh.ts';
import type { Activation } from './topology.ts';

const FOUR: typeof LANES = 4;

/** The logistic function by way of tanh: finite for every z, and within 4e-16. */
export function sigmoid(z: number): number {
  return 0.5 + 0.5 * tanh(0.5 * z);
}

/** Activations of the neurons from `first` to before `end`, out of their pre-activations; softmax takes the whole layer. */
export function activate({ count }: Batch, pass: LayerPass, first: number, end: number): void {
  if (pass.activation === 'softmax') {
    softmax(pass, count);
    return;
  }
  const { values, groupWidth } = pass.preActivations;
  for (let group = 0; group < values.length; group += groupWidth) {
    activateRange(pass.activation, values, pass.activations.values, group + first * FOUR, group + end * FOUR);
  }
}

/** Multiplies each error by the activation's derivative, told from the activation itself. ReLU's at 0 is 0. */
export function timesDerivative(activation: Activation, activations: Rows, errors: Rows): void {
  const from = activations.values;
  const into = errors.values;
  switch (activation) {
    case 'tanh':
      for (let k = 0; k < into.length; k++) {
        const a = at(from, k);
        into[k] = at(into, k) * (1 - a * a);
      }
      return;
    case 'sigmoid':
      for (let k = 0; k < into.length; k++) {
        const a = at(from, k);
        into[k] = at(into, k) * (a * (1 - a));
      }
      return;
    case 'relu':
      for (let k = 0; k < into.length; k++) if (!(at(from, k) > 0)) into[k] = 0;
      return;
    case 'linear':
      return;
  }
}

function activateRange(
  activation: Activation,
  from: Float64Array,
  into: Float64Array,
  start: number,
  end: number,
): void {
  switch (activation) {
    case 'tanh':
      for (let k = start; k < end; k++) into[k] = tanh(at(from, k));
      return;
    case 'sigmoid':
      for (let k = start; k < end; k++) into[k] = sigmoid(at(from, k));
      return;
    case 'relu':
      for (let k = start; k < end; k++) into[k] = Math.max(0, at(from, k));
      return;
    case 'linear':
      for (let k = start; k < end; k++) into[k] = at(from, k);
      return;
  }
}

/** Taking the largest logit away first keeps every exponential at 1 or below. */
function softmax({ slice, preActivations, activations }: LayerPass, count: number): void {
  const logits = preActivations.values;
  const into = activations.values;
  for (let example = 0; example < count; example++) {
    const start = cellOf(example, slice.outputs);
    const end = start + slice.outputs * FOUR;
    let largest = -Infinity;
    for (let k = start; k < end; k += FOUR) largest = Math.max(largest, at(logits, k));
    let sum = 0;
    for (let k = start; k < end; k += FOUR) {
      const power = Math.exp(at(logits, k) - largest);
      into[k] = power;
      sum += power;
    }
    for (let k = start; k < end; k += FOUR) into[k] = at(into, k) / sum;
  }
}
