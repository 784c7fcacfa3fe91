import type { TimelinePoint } from '../../shared/recording/timeline.ts';
import { standingStretches } from '../draw/loss-history.ts';
import type { OtherCurve } from '../draw/timeline.ts';
import { timelineHistory } from './timeline-history.ts';

/** A second curve as the timeline draws it: the rounds that stood, the pen lifted where a stage starts. */
export function otherCurve(
  name: string,
  timeline: readonly TimelinePoint[],
  placeOf: (point: number) => number,
): OtherCurve {
  const history = timelineHistory(timeline);
  return {
    name,
    stretches: standingStretches(history).map((stretch) =>
      stretch.map((index) => ({ place: placeOf(index), loss: history.points[index]?.loss ?? 0 })),
    ),
  };
}
