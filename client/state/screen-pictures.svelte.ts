import type { Example } from '../../shared/datasets/example.ts';
import { createTopology, type NetworkSpec, type Topology } from '../../shared/network/topology.ts';
import type { ScreenView } from '../../shared/projection/views.ts';
import type { MapExample } from '../draw/decision-map.ts';
import { hireDraughtsman } from '../figures/draughtsman.ts';
import type { Figures, FiguresSubject } from '../figures/figures.ts';
import { createGlide, type Glide, type Pace } from '../figures/glide.ts';
import { keepSame } from '../figures/keep-same.ts';
import type { MapContents } from '../figures/map-contents.ts';
import { mapExamples, mapRange, sameExamples } from '../figures/map-examples.ts';
import { answerPicture, neuronPictures, type NeuronPictures } from '../figures/pictures.ts';

/** Cells along a map's side: past this an eye at the back of the room sees no difference. */
const MAP_CELLS = 48;

/** What the projector's network looks like while it glides to where it has been told to go. */
export type ScreenPictures = {
  /** Null where the stage has no network. */
  readonly topology: Topology | null;
  /** Null until the first set is drawn. */
  readonly neurons: NeuronPictures | null;
  /** Null where there is nothing to draw a map of. */
  readonly map: MapContents | null;
};

/** Where the pictures go, how long that takes, and how evenly. */
export type Destination = {
  readonly parameters: readonly number[];
  readonly glideMs: number;
  readonly pace: Pace;
};

/** To be called while a component is set up: it follows the view and draws for as long as the component lives. */
export function followScreen(view: () => ScreenView, destination: () => Destination): ScreenPictures {
  // The stage's section changes with every round; its network and examples do not.
  const keptNetwork = keepSame<NetworkSpec | null>();
  const keptExamples = keepSame<readonly Example[] | null>();
  const network = $derived(keptNetwork(view().stage?.network ?? null));
  const seen = $derived(keptExamples(view().examples));
  const topology = $derived(network === null ? null : createTopology(network));
  const subject = $derived<FiguresSubject | null>(
    network === null || seen === null
      ? null
      : { network, examples: seen, range: mapRange(seen), size: MAP_CELLS },
  );

  let drawn = $state.raw<{ readonly subject: FiguresSubject; readonly figures: Figures } | null>(null);
  let glide = $state.raw<Glide | null>(null);
  // A worker is outside, and has to be dismissed.
  $effect(() => {
    const mine = subject;
    if (mine === null) return;
    const draughtsman = hireDraughtsman(mine, (figures) => {
      drawn = { subject: mine, figures };
    });
    const started = createGlide(draughtsman.draw);
    glide = started;
    return () => {
      started.stop();
      draughtsman.dismiss();
      glide = null;
    };
  });
  $effect(() => {
    const { parameters, glideMs, pace } = destination();
    glide?.to(parameters, glideMs, pace);
  });

  const figures = $derived(drawn !== null && drawn.subject === subject ? drawn.figures : null);
  const neurons = $derived(subject === null || figures === null ? null : neuronPictures(subject, figures));
  const isCompared = $derived.by(() => {
    const { round } = view();
    return round !== null && round.phase.kind !== 'predict';
  });
  // While the map glides most frames find the same animals wrong: the rings are drawn again only when one changes.
  let ringed: readonly MapExample[] = [];
  const examples = $derived.by(() => {
    const answers = isCompared ? (figures?.answers ?? null) : null;
    const now = subject === null ? [] : mapExamples(subject.examples, answers, subject.network.output);
    if (!sameExamples(ringed, now)) ringed = now;
    return ringed;
  });
  const map = $derived(
    subject === null
      ? null
      : {
          picture: neurons === null ? null : answerPicture(subject.network, neurons),
          examples,
          range: subject.range,
          isCompared,
        },
  );
  return {
    get topology() {
      return topology;
    },
    get neurons() {
      return neurons;
    },
    get map() {
      return map;
    },
  };
}
