import type { SessionEvent } from '../../shared/session/events.ts';

/**
 * Whether a fact is shown at once. What many hands do in the same second is shown merged: telling three hundred
 * phones of each of three hundred nudges blocks the server for seconds.
 */
export function isUrgent(event: SessionEvent): boolean {
  switch (event.type) {
    case 'nudged':
    case 'arrow-guessed':
    case 'voted':
    case 'stopped':
    case 'bet-placed':
    case 'point-drawn':
    case 'point-erased':
    case 'seat-joined':
    case 'seat-admitted':
    case 'seat-reclaimed':
    case 'seat-connected':
    case 'seat-disconnected':
    case 'seat-minded':
    case 'roster-changed':
      return false;
    case 'clock-set':
      return event.why !== 'mark';
    case 'session-opened':
    case 'session-ended':
    case 'code-changed':
    case 'session-locked':
    case 'newcomers-held':
    case 'settings-changed':
    case 'seat-left':
    case 'seat-removed':
    case 'seat-restored':
    case 'seat-muted':
    case 'teacher-came':
    case 'teacher-went':
    case 'stage-entered':
    case 'ownership-changed':
    case 'round-opened':
    case 'phase-entered':
    case 'step-taken':
    case 'step-taken-back':
    case 'descended':
    case 'stops-revealed':
    case 'animal-answered':
    case 'example-explained':
    case 'gradient-checked':
    case 'drawing-cleared':
    case 'drawing-settled':
    case 'drawing-reopened':
    case 'went-back':
    case 'parameter-reassigned':
    case 'screen-blanked':
    case 'parameter-spotlighted':
      return true;
  }
}
