import type { RecordedEvent } from '../../shared/recording/recording.ts';
import { createTimeline, type TimelinePoint } from '../../shared/recording/timeline.ts';
import { evolve, openedState } from '../../shared/session/evolve.ts';

/** The timeline of a session, from its events. */
export function curveOf(events: readonly RecordedEvent[]): readonly TimelinePoint[] {
  const timeline = createTimeline();
  const [first, ...rest] = events;
  if (first?.event.type !== 'session-opened') throw new Error('a session opens first');
  let state = openedState(first.event);
  for (const { version, event } of rest) {
    state = evolve(state, event);
    timeline.file(version, state);
  }
  return timeline.points();
}
