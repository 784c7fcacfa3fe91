import { at } from './at.ts';
import { bound, EXAMPLE_LIMIT, type Numbers } from './bounds.ts';
import type { Rows } from './kernels.ts';
import { cellOf, LANES } from './lanes.ts';

/** Writes one example's numbers. Throws when they are not as many as the layer has neurons, or not finite. */
export function writeColumn(numbers: Numbers, { values, groupWidth }: Rows, example: number): void {
  const neurons = groupWidth / LANES;
  if (numbers.length !== neurons) {
    throw new RangeError(`an example has ${numbers.length} numbers where the network has ${neurons} neurons`);
  }
  for (const [neuron, value] of numbers.entries()) {
    if (!Number.isFinite(value))
      throw new RangeError(`an example holds ${value}, which is not a finite number`);
    values[cellOf(example, neurons) + neuron * LANES] = bound(value, EXAMPLE_LIMIT);
  }
}

/** Reads one example's numbers back into an array of their own. */
export function readColumn({ values, groupWidth }: Rows, example: number, into: Float64Array): Float64Array {
  const cell = cellOf(example, groupWidth / LANES);
  for (let neuron = 0; neuron < into.length; neuron++) into[neuron] = at(values, cell + neuron * LANES);
  return into;
}
