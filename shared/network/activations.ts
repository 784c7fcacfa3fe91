import { at } from './at.ts';
import type { LayerPass } from './batch.ts';
import { tanh } from './tanh.ts';
import type { Activation } from './topology.ts';

/** The logistic function by way of tanh: finite for every z, and within 1e-16. */
export function sigmoid(z: number): number {
  return 0.5 + 0.5 * tanh(0.5 * z);
}

/** Activations of the neurons from `first` to before `end`, out of their pre-activations; softmax takes the whole layer. */
export function activate(pass: LayerPass, count: number, first: number, end: number): void {
  if (pass.activation === 'softmax') softmax(pass, count);
  else activateRange(pass.activation, pass.preActivations, pass.activations, first * count, end * count);
}

/** Multiplies each error by the activation's derivative, told from the activation itself. ReLU's at 0 is 0. */
export function timesDerivative(
  activation: Activation,
  activations: Float64Array,
  errors: Float64Array,
): void {
  switch (activation) {
    case 'tanh':
      for (let k = 0; k < errors.length; k++) {
        const a = at(activations, k);
        errors[k] = at(errors, k) * (1 - a * a);
      }
      return;
    case 'sigmoid':
      for (let k = 0; k < errors.length; k++) {
        const a = at(activations, k);
        errors[k] = at(errors, k) * (a * (1 - a));
      }
      return;
    case 'relu':
      for (let k = 0; k < errors.length; k++) if (!(at(activations, k) > 0)) errors[k] = 0;
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
function softmax({ preActivations, activations }: LayerPass, count: number): void {
  for (let e = 0; e < count; e++) {
    let largest = -Infinity;
    for (let k = e; k < preActivations.length; k += count) largest = Math.max(largest, at(preActivations, k));
    let sum = 0;
    for (let k = e; k < preActivations.length; k += count) {
      const power = Math.exp(at(preActivations, k) - largest);
      activations[k] = power;
      sum += power;
    }
    for (let k = e; k < activations.length; k += count) activations[k] = at(activations, k) / sum;
  }
}
