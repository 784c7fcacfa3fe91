import { compareTimelines } from '../../shared/recording/compare.ts';
import type { Recording, RecordingHeader } from '../../shared/recording/recording.ts';
import type { RerunChange } from '../../shared/recording/rerun-facts.ts';
import type { OtherCurve } from '../draw/timeline.ts';
import { alignedPlaces, besideOf, type Beside } from '../replay/alignment.ts';
import { FIRST_POINT } from '../replay/axis.ts';
import { otherCurve } from '../replay/other-curve.ts';
import type { ReplaySource } from './replay-source.svelte.ts';
import type { Rerun, Reruns } from './reruns.svelte.ts';

/** What is drawn beside the class's own curve: another class, and the class itself with something changed. */
export type SecondCurves = {
  readonly other: { readonly recording: Recording; readonly name: string; readonly stands: Beside } | null;
  readonly reruns: readonly (Rerun & { readonly name: string })[];
  /** Those there is a curve of, the other class first. */
  readonly curves: readonly OtherCurve[];
  /** Places the axis needs for the longest of them. */
  readonly places: number;
};

export type SecondCurvesDeps = {
  readonly recording: Recording;
  readonly version: () => number;
  readonly beside: ReplaySource;
  readonly reruns: Reruns;
  readonly nameOfOther: (header: RecordingHeader) => string;
  readonly nameOfRerun: (change: RerunChange) => string;
};

export function createSecondCurves(deps: SecondCurvesDeps): SecondCurves {
  const { recording, beside } = deps;
  const compared = $derived.by(() => {
    if (beside.showing.kind !== 'open') return null;
    const other = beside.showing.opened.recording;
    const comparison = compareTimelines(recording.timeline, other.timeline);
    return { recording: other, comparison, places: alignedPlaces(comparison) };
  });
  const other = $derived(
    compared === null
      ? null
      : {
          recording: compared.recording,
          name: deps.nameOfOther(compared.recording.header),
          stands: besideOf(compared.comparison, recording, compared.recording, deps.version()),
        },
  );
  const reruns = $derived(
    deps.reruns.all.map((rerun) => ({ ...rerun, name: deps.nameOfRerun(rerun.change) })),
  );
  const curves = $derived([
    ...(compared === null
      ? []
      : [
          otherCurve(
            deps.nameOfOther(compared.recording.header),
            compared.recording.timeline,
            (point) => compared.places[point] ?? FIRST_POINT,
          ),
        ]),
    ...reruns.flatMap(({ name, progress }) =>
      progress.kind === 'done' ? [otherCurve(name, progress.timeline, (point) => point + FIRST_POINT)] : [],
    ),
  ]);
  return {
    get other() {
      return other;
    },
    get reruns() {
      return reruns;
    },
    get curves() {
      return curves;
    },
    get places() {
      return Math.max(0, ...(compared?.places ?? []));
    },
  };
}
