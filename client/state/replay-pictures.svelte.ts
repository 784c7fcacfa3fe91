import { materialNow } from '../../shared/projection/sections.ts';
import { createTopology, type NetworkSpec, type Topology } from '../../shared/network/topology.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { MapExample } from '../draw/decision-map.ts';
import type { MapPicture } from '../draw/heat-map.ts';
import { mapExamples, sameExamples } from '../figures/map-examples.ts';
import { answerPicture, type NeuronPictures } from '../figures/pictures.ts';
import { networkOf } from '../replay/overview.ts';
import { createNetworkPictures } from './network-pictures.svelte.ts';

/** Cells along a side of the map, which is the larger part of a panel. */
const SIZE = 48;

/** What a recorded class's network looks like at the moment shown. */
export type ReplayPictures = {
  readonly topology: Topology;
  readonly neurons: NeuronPictures | null;
  readonly answer: MapPicture | null;
  readonly examples: readonly MapExample[];
  readonly range: number;
};

/** To be called while a component is set up: it follows the state and draws for as long as the component lives. */
export function followPictures(state: () => SessionState): ReplayPictures {
  // Every state carries a network; another one comes with another stage only.
  const key = $derived(JSON.stringify(networkOf(state())));
  const network = $derived<NetworkSpec>(JSON.parse(key));
  const examples = $derived(materialNow(state()).data.training);
  const topology = $derived(createTopology(network));
  const drawn = $derived(createNetworkPictures(network, examples, SIZE));
  // The worker behind the pictures is not Svelte's: it has to be told of new numbers, and sent home.
  $effect(() => drawn.draw(state().parameters));
  $effect(() => {
    const current = drawn;
    return () => current.dismiss();
  });
  // While somebody scrubs most moments find the same examples wrong: the rings are drawn again when one changes.
  let ringed: readonly MapExample[] = [];
  const marked = $derived.by(() => {
    const now = mapExamples(examples, drawn.answers, network.output);
    if (!sameExamples(ringed, now)) ringed = now;
    return ringed;
  });
  return {
    get topology() {
      return topology;
    },
    get neurons() {
      return drawn.pictures;
    },
    get answer() {
      return drawn.pictures === null ? null : answerPicture(network, drawn.pictures);
    },
    get examples() {
      return marked;
    },
    get range() {
      return drawn.subject.range;
    },
  };
}
