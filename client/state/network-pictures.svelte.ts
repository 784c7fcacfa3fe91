import type { Example } from '../../shared/datasets/example.ts';
import type { NetworkSpec } from '../../shared/network/topology.ts';
import { hireDraughtsman, type Draughtsman } from '../figures/draughtsman.ts';
import type { Figures, FiguresSubject } from '../figures/figures.ts';
import { mapRange } from '../figures/map-examples.ts';
import { neuronPictures, type NeuronPictures } from '../figures/pictures.ts';

/** Cells along a side: a console's neurons are small. */
const SMALL = 32;

/** What each neuron sees, drawn off the page's thread. */
export type NetworkPictures = {
  readonly subject: FiguresSubject;
  /** Null until the first set is drawn. */
  readonly pictures: NeuronPictures | null;
  /** What the network answers to each example, one number per output; null as long. */
  readonly answers: Float32Array | null;
  readonly draw: (parameters: readonly number[]) => void;
  readonly dismiss: () => void;
};

export function createNetworkPictures(
  network: NetworkSpec,
  examples: readonly Example[],
  size = SMALL,
): NetworkPictures {
  let drawn = $state.raw<Figures | null>(null);
  const subject: FiguresSubject = { network, examples, range: mapRange(examples), size };
  const pictures = $derived(drawn === null ? null : neuronPictures(subject, drawn));
  const draughtsman: Draughtsman = hireDraughtsman(subject, (figures) => {
    drawn = figures;
  });
  return {
    subject,
    get pictures() {
      return pictures;
    },
    get answers() {
      return drawn?.answers ?? null;
    },
    draw: draughtsman.draw,
    dismiss: draughtsman.dismiss,
  };
}
