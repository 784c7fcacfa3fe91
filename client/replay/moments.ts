import type { RecordedEvent, Recording } from '../../shared/recording/recording.ts';
import type { SessionEvent } from '../../shared/session/events.ts';

type Readable = Pick<Recording, 'header' | 'events'>;

/** Events read at a time while looking for a moment; the next one is seldom far. */
const READ_AT_A_TIME = 32;

/** The next moment that shows something, as the version at which it was complete; the end where there is none. */
export function nextMoment(recording: Readable, version: number): number {
  const last = recording.header.events;
  for (let from = version + 1; from <= last; from += READ_AT_A_TIME) {
    const found = recording.events(from, Math.min(last, from + READ_AT_A_TIME - 1)).find(isMoment);
    if (found !== undefined) return endOf(recording, found);
  }
  return last;
}

/** The moment before this one; the beginning where there is none. */
export function previousMoment(recording: Readable, version: number): number {
  for (let to = version - 1; to >= 1; to -= READ_AT_A_TIME) {
    const moments = recording.events(Math.max(1, to - READ_AT_A_TIME + 1), to).filter(isMoment);
    // The latest first: what was seen together with this version is this moment, not the one before.
    for (const recorded of [...moments].reverse()) {
      const end = endOf(recording, recorded);
      if (end < version) return end;
    }
  }
  return 1;
}

/** What was decided together was seen together: a round and the return from it, twenty rounds run ahead. */
function endOf(recording: Readable, { version, atMs }: RecordedEvent): number {
  const last = recording.header.events;
  for (let end = version; end < last; end += 1) {
    const [next] = recording.events(end + 1, end + 1);
    if (next === undefined || next.atMs !== atMs) return end;
  }
  return last;
}

function isMoment({ event }: RecordedEvent): boolean {
  return shows(event);
}

/** Whether somebody in the room would have looked up. Who is connected and what the clock says change all the time. */
function shows(event: SessionEvent): boolean {
  switch (event.type) {
    case 'session-opened':
    case 'session-ended':
    case 'seat-joined':
    case 'seat-admitted':
    case 'stage-entered':
    case 'ownership-changed':
    case 'phase-entered':
    case 'nudged':
    case 'arrow-guessed':
    case 'step-taken':
    case 'step-taken-back':
    case 'went-back':
    case 'voted':
    case 'descended':
    case 'stopped':
    case 'stops-revealed':
    case 'bet-placed':
    case 'point-drawn':
    case 'point-erased':
    case 'drawing-cleared':
    case 'drawing-settled':
    case 'drawing-reopened':
    case 'animal-answered':
    case 'example-explained':
    case 'gradient-checked':
    case 'screen-blanked':
    case 'parameter-spotlighted':
      return true;
    case 'clock-set':
      return event.why === 'pause' || event.why === 'resume';
    case 'code-changed':
    case 'session-locked':
    case 'newcomers-held':
    case 'seat-reclaimed':
    case 'settings-changed':
    case 'roster-changed':
    case 'seat-connected':
    case 'seat-disconnected':
    case 'seat-minded':
    case 'seat-left':
    case 'seat-removed':
    case 'seat-restored':
    case 'seat-muted':
    case 'teacher-came':
    case 'teacher-went':
    case 'parameter-reassigned':
    case 'round-opened':
      return false;
  }
}
