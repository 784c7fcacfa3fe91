import type { SeatParameter, SeatView, StudentView } from '../../../shared/projection/views.ts';
import type { Parameter, Topology } from '../../../shared/network/topology.ts';
import { classWords, featureWords } from '../../text/data-words.ts';
import { weightEnds } from '../../text/weight-ends.ts';
import type { CommonText } from '../../text/common.ts';

/** One of this seat's weights, with its place in the network and the words for it. */
export type OwnWeight = {
  readonly parameter: Parameter;
  readonly value: number;
  /** How far a nudge of size 1 moves it. */
  readonly stepSize: number;
  readonly seat: SeatParameter;
  /** "del tamaño a la neurona 4" */
  readonly title: string;
  /** "cuánto cuenta el tamaño para la neurona 4" */
  readonly meaning: string;
};

export function ownWeights(
  view: StudentView,
  seat: SeatView,
  topology: Topology,
  common: CommonText,
): readonly OwnWeight[] {
  const features = featureWords(common, view.class.featureNames);
  const answers = classWords(common, view.class.classNames);
  return seat.parameters.flatMap((own): readonly OwnWeight[] => {
    const parameter = topology.parameters[own.parameter];
    // Between two messages a seat may still hold a weight of the network before.
    if (parameter === undefined) return [];
    const ends = weightEnds(topology.spec, parameter);
    return [
      {
        parameter,
        value: view.network.parameters[own.parameter] ?? 0,
        stepSize: view.network.stepSizes[own.parameter] ?? 0,
        seat: own,
        title: common.weightTitle(ends, features, answers),
        meaning: common.weightMeaning(ends, features, answers),
      },
    ];
  });
}
