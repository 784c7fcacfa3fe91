import type { NetworkSpec } from '../../shared/network/topology.ts';
import type { ActivationPicture } from '../draw/heat-map.ts';
import type { Figures, FiguresSubject } from './figures.ts';

/** What each neuron sees, by layer from the inputs on. The inputs have none: they are drawn as what they look at. */
export type NeuronPictures = readonly (readonly (ActivationPicture | null)[])[];

/** Cuts the figures into one picture per neuron, without copying. */
export function neuronPictures({ network, size }: FiguresSubject, { pictures }: Figures): NeuronPictures {
  const cells = size * size;
  let before = 0;
  return network.sizes.map((count, layer) => {
    const first = before;
    before += count;
    return Array.from({ length: count }, (_, index): ActivationPicture | null => {
      if (layer === 0) return null;
      const start = (first + index) * cells;
      return { columns: size, rows: size, values: pictures.subarray(start, start + cells) };
    });
  });
}

/** The answer's own picture, where there is one answer. */
export function answerPicture(network: NetworkSpec, pictures: NeuronPictures): ActivationPicture | null {
  const last = pictures[network.sizes.length - 1];
  return last?.length === 1 ? (last[0] ?? null) : null;
}
