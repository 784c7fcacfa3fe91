import { evolve, openedState } from '../session/evolve.ts';
import type { SessionState } from '../session/state.ts';
import type { RecordedEvent } from './recording.ts';
import { factsInstead, type RerunChange } from './rerun-facts.ts';
import { createTimeline, type TimelinePoint } from './timeline.ts';

/**
 * Works a session out again with something changed: the same class, the same stages and rounds, another curve. It
 * yields the version it has come to after each event, so that whoever asks can show how far it is or stop asking, and
 * returns the curve's points: as many as the recording's own, each beside the one of the same place.
 *
 * Kept from the recording is all that people chose: who came and went, who owned which weight, what students proposed,
 * the settings, when a round closed, which stage was entered when, and which point the class went back to. Worked out
 * anew is all that followed: steps and figures, what keep-if-better takes back, step sizes, where a stage begins that
 * goes on from the one before, where a return leads, and what bots, caretakers and rounds that ran ahead propose in a
 * network that is now another one. Rounds that ran ahead were nobody's: they are played for every seat, as they were.
 */
export function* rerun(
  events: Iterable<RecordedEvent>,
  change: RerunChange,
): Generator<number, readonly TimelinePoint[], undefined> {
  const timeline = createTimeline();
  let state: SessionState | null = null;
  for (const { version, event } of events) {
    if (state === null) {
      if (event.type !== 'session-opened')
        throw new Error(`a session begins with session-opened, not ${event.type}`);
      state = openedState(event);
    } else {
      for (const fact of factsInstead(state, event, change)) {
        state = evolve(state, fact);
        timeline.file(version, state);
      }
    }
    yield version;
  }
  return timeline.points();
}
