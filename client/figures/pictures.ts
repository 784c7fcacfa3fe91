import type { NetworkSpec } from '../../shared/network/topology.ts';
import type { ActivationPicture, MapPicture } from '../draw/heat-map.ts';
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

/** What the network says all over the plane: its one answer, or the class that all its answers come to. */
export function answerPicture(network: NetworkSpec, pictures: NeuronPictures): MapPicture | null {
  const last = (pictures[network.sizes.length - 1] ?? []).flatMap((picture) => picture ?? []);
  const [first] = last;
  if (first === undefined || last.length === 1) return first ?? null;
  return { columns: first.columns, rows: first.rows, answers: last.map(({ values }) => values) };
}
