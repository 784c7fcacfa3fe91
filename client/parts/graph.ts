import type { ActivationPicture } from '../draw/heat-map.ts';

/** A pass being shown: which way, and the last layer it has reached. Layer 1 is the first after the inputs. */
export type GraphFlow = { readonly pass: 'forward' | 'backward'; readonly layer: number };

/** One value per neuron, by layer from the inputs on; null where there is nothing to show. */
export type PerNeuron<Value> = readonly (readonly (Value | null)[])[];

/** What each neuron sees. */
export type Thumbnails = PerNeuron<ActivationPicture>;

/** One neuron's value, or null. */
export function ofNeuron<Value>(values: PerNeuron<Value> | null, layer: number, index: number): Value | null {
  return values?.[layer]?.[index] ?? null;
}
