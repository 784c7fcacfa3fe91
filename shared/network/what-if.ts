import { at } from './at.ts';
import { asBatch, type Batch, type Examples, type LayerPass } from './batch.ts';
import { boundParameter, loadParameters, type Numbers } from './bounds.ts';
import { runForward, runNeuron } from './forward-pass.ts';
import { meanLoss } from './losses.ts';
import type { Topology } from './topology.ts';

/** A parameter, with the neuron it feeds. */
export type Place = { readonly index: number; readonly neuron: number; readonly pass: LayerPass };

/** The examples sent forward once, so that what-ifs only compute what they change. */
export function prepareWhatIf(topology: Topology, parameters: Numbers, examples: Examples): Batch {
  const batch = asBatch(topology, examples);
  loadParameters(topology, parameters, batch.parameters);
  runForward(batch);
  return batch;
}

/**
 * The mean loss with another value for one parameter: its neuron again, then the layers behind. It leaves those
 * changed, which is harmless as long as nobody asks about a layer behind before the whole is prepared anew.
 */
export function lossWith(batch: Batch, { pass, neuron, index }: Place, value: number): number {
  if (Number.isNaN(value)) throw new RangeError(`parameter ${index} cannot be tried at NaN`);
  const kept = at(batch.parameters, index);
  batch.parameters[index] = boundParameter(value);
  runNeuron(batch, pass, neuron);
  runForward(batch, pass.slice.layer + 1);
  batch.parameters[index] = kept;
  return meanLoss(batch);
}

/** Calls `visit` for every parameter in an order that suits `lossWith`: output layer first, neuron by neuron. */
export function visitPlaces(batch: Batch, visit: (place: Place) => void): void {
  for (const pass of [...batch.layers].reverse()) {
    for (let neuron = 0; neuron < pass.slice.outputs; neuron++) {
      for (const index of parametersInto(pass, neuron)) visit({ index, neuron, pass });
      runNeuron(batch, pass, neuron); // as it was, before the next neuron is tried
    }
  }
}

/** Where a parameter belongs. Throws when the network has no such parameter. */
export function placeOf(batch: Batch, index: number): Place {
  const parameter = batch.topology.parameters[index];
  const pass = batch.layers[(parameter?.layer ?? 0) - 1];
  if (parameter === undefined || pass === undefined)
    throw new RangeError(`no parameter ${index} in this network`);
  return { index, neuron: parameter.to, pass };
}

function parametersInto({ slice }: LayerPass, neuron: number): readonly number[] {
  const row = slice.weightStart + neuron * slice.inputs;
  const weights = Array.from({ length: slice.inputs }, (_, input) => row + input);
  return [...weights, slice.biasStart + neuron];
}
