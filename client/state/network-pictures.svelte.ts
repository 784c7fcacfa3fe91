import type { Example } from '../../shared/datasets/example.ts';
import type { NetworkSpec } from '../../shared/network/topology.ts';
import { hireDraughtsman, type Draughtsman } from '../figures/draughtsman.ts';
import type { FiguresSubject } from '../figures/figures.ts';
import { mapRange } from '../figures/map-examples.ts';
import { neuronPictures, type NeuronPictures } from '../figures/pictures.ts';

/** Cells along a side: a console's neurons are small. */
const SIZE = 32;

/** What each neuron sees, drawn off the page's thread. */
export type NetworkPictures = {
  /** Null until the first set is drawn. */
  readonly pictures: NeuronPictures | null;
  readonly draw: (parameters: readonly number[]) => void;
  readonly dismiss: () => void;
};

export function createNetworkPictures(network: NetworkSpec, examples: readonly Example[]): NetworkPictures {
  let pictures = $state.raw<NeuronPictures | null>(null);
  const subject: FiguresSubject = { network, examples, range: mapRange(examples), size: SIZE };
  const draughtsman: Draughtsman = hireDraughtsman(subject, (figures) => {
    pictures = neuronPictures(subject, figures);
  });
  return {
    get pictures() {
      return pictures;
    },
    draw: draughtsman.draw,
    dismiss: draughtsman.dismiss,
  };
}
