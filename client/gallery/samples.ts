import { glyphsOf, type FeatureGlyph } from '../draw/feature-glyph.ts';
import type { LossHistory } from '../draw/loss-history.ts';
import type { WeightCurveData } from '../draw/weight-curve.ts';
import type { NamedCurve } from '../parts/cost-curves.ts';
import type { StopSection } from '../../shared/projection/views.ts';
import type { Topology } from '../../shared/network/topology.ts';
import type { CommonText } from '../text/common.ts';
import { featureWords } from '../text/data-words.ts';
import type { FeatureWords } from '../text/feature-words.ts';
import type { Language } from '../text/language.ts';
import { networkText, type NetworkText } from '../text/network-text.ts';
import { createNumbers, type Numbers } from '../text/numbers.ts';
import { weightEnds, type WeightEnds } from '../text/weight-ends.ts';
import { sampleClass, sampleWeightCurve, type SampleClass } from './sample-class.ts';
import { sampleCurves, sampleStops } from './sample-machine.ts';

/** What the sheets show, computed once: a class of 17 weights, and beside it what only one picture needs. */
export type Samples = {
  readonly common: CommonText;
  readonly numbers: Numbers;
  readonly features: readonly FeatureWords[];
  readonly pets: SampleClass;
  readonly network: DrawnNetwork;
  /** Owners' names by parameter. */
  readonly names: ReadonlyMap<number, string>;
  /** The weight of whoever looks at a phone. */
  readonly own: { readonly index: number; readonly ends: WeightEnds | null; readonly curve: WeightCurveData };
  /** As much of a network as still fits. */
  readonly deep: DrawnNetwork & Pick<SampleClass, 'thumbnails'>;
  /** With stages, steps taken back, a return and a validation curve; and with none of these. */
  readonly history: { readonly eventful: LossHistory; readonly plain: LossHistory };
  /** A learning rate that gets there, and one that explodes. */
  readonly costs: { readonly steady: readonly NamedCurve[]; readonly exploding: readonly NamedCurve[] };
  readonly stops: NonNullable<StopSection>['revealed'];
};

/** What every picture of a network is drawn from. */
export type DrawnNetwork = {
  readonly topology: Topology;
  readonly parameters: Float64Array;
  readonly text: NetworkText;
  readonly numbers: Numbers;
  readonly glyphs: readonly FeatureGlyph[];
};

const KEYS = ['ears', 'size'];
const NAMES =
  'Nora,Iker,Lía,Hugo,Zoe,Bruno,Vera,Marco,Ivet,Teo,Gala,Pau,Ada,Leo,Noa,Nutria curiosa,Olga'.split(',');
const OWN = 7;

export function createSamples(common: CommonText, language: Language): Samples {
  const numbers = createNumbers(language);
  const features = featureWords(common, KEYS);
  const pets = sampleClass([2, 4, 1], 3);
  const deep = sampleClass([2, 8, 8, 8, 8, 8, 8, 1], 5);
  const drawn = ({ topology, parameters }: SampleClass): DrawnNetwork => ({
    topology,
    parameters,
    text: networkText(common, topology.spec, features),
    numbers,
    glyphs: glyphsOf(KEYS),
  });
  const own = pets.topology.parameters[OWN];
  return {
    common,
    numbers,
    features,
    pets,
    network: drawn(pets),
    names: new Map(NAMES.map((name, index) => [index, name])),
    own: {
      index: OWN,
      ends: own === undefined ? null : weightEnds(pets.topology.spec, own),
      curve: sampleWeightCurve(pets, OWN),
    },
    deep: { ...drawn(deep), thumbnails: deep.thumbnails },
    history: { eventful: eventful(pets.history, common), plain: plain(pets.history) },
    costs: { steady: sampleCurves(common, 0.1), exploding: sampleCurves(common, 60) },
    stops: sampleStops(),
  };
}

function eventful({ points }: LossHistory, common: CommonText): LossHistory {
  return {
    points: points.map((point, index) => {
      const isTakenBack = index === 4 || index === 6;
      return {
        ...point,
        validation: index > 8 ? (point.validation ?? 0) + 0.02 * (index - 8) : null,
        isTakenBack,
        loss: isTakenBack ? point.loss + 0.14 : point.loss,
      };
    }),
    stages: [
      { from: 0, name: common.stages.guess.name },
      { from: 3, name: common.stages['keep-if-better'].name },
      { from: 8, name: common.stages.probe.name },
    ],
    returns: [{ at: 12, to: 8 }],
  };
}

function plain(history: LossHistory): LossHistory {
  return { ...history, points: history.points.map((point) => ({ ...point, validation: null })) };
}
