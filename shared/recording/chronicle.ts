import { evolve, openedState } from '../session/evolve.ts';
import type { SessionState } from '../session/state.ts';
import { FORMAT_VERSION } from './codec.ts';
import type { Head } from './codec-head.ts';
import type { RecordedEvent, RecordingLabel } from './recording.ts';
import { RecordingError } from './recording-error.ts';
import { summaryOf, type Moment } from './summary.ts';
import { createTimeline } from './timeline.ts';

/** The events of a session filed one after another, and what follows from them. */
export type Chronicle = {
  /** The state so far; null before the first event. */
  readonly state: () => SessionState | null;
  /** Files the next event and returns the state it leads to. Throws a RecordingError for one that cannot come here. */
  readonly file: (recorded: RecordedEvent) => SessionState;
  /** All that a head says of a session by itself. Throws a RecordingError for a session without events. */
  readonly told: () => Told;
};

export type Told = {
  readonly header: Omit<Head['header'], keyof RecordingLabel>;
  readonly derived: NonNullable<Head['derived']>;
};

export function createChronicle(session: string): Chronicle {
  const timeline = createTimeline();
  let events = 0;
  let ends: { readonly first: Moment; readonly last: Moment } | null = null;
  let endedAtMs: number | null = null;
  return {
    state: () => ends?.last.state ?? null,
    file: (recorded) => {
      const { version, atMs, event } = recorded;
      const state = next(ends?.last.state ?? null, events, recorded);
      const moment = { state, atMs };
      ends = { first: beginningOf(ends?.first ?? moment, recorded, state), last: moment };
      events = version;
      if (event.type === 'session-ended') endedAtMs ??= atMs;
      timeline.file(version, state);
      return state;
    },
    told: () => {
      if (ends === null) throw new RecordingError('malformed', 'a session without events is none');
      const { first, last } = ends;
      const { lesson, language, origin } = first.state.setup;
      return {
        header: {
          format: FORMAT_VERSION,
          session,
          lesson,
          language,
          startedAtMs: first.atMs,
          endedAtMs,
          events,
          origin:
            origin === null
              ? null
              : { recording: origin.recording, version: origin.version, round: origin.round },
        },
        derived: { summary: summaryOf(first, last, timeline.points()), timeline: timeline.points() },
      };
    },
  };
}

/** A class that draws its points has no figures before: what it begins with is what they settle. */
function beginningOf(first: Moment, { event }: RecordedEvent, state: SessionState): Moment {
  return event.type === 'drawing-settled' || event.type === 'drawing-reopened' ? { ...first, state } : first;
}

function next(state: SessionState | null, events: number, { version, event }: RecordedEvent): SessionState {
  if (version !== events + 1)
    throw new RecordingError('inconsistent', `event ${version} follows event ${events}`, version);
  if (state === null && event.type === 'session-opened') return openedState(event);
  if (state === null || event.type === 'session-opened')
    throw new RecordingError('inconsistent', 'a session opens once, and with its first event', version);
  return evolve(state, event);
}
