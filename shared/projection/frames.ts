import type { SessionEvent } from '../session/events.ts';
import type { SeatNumber } from '../session/ids.ts';
import type { Phase } from '../session/phases.ts';
import type { SessionState } from '../session/state.ts';
import { sameContent } from './same-content.ts';

/** The sections of a view that are not as they were, or null when all are. Sections are compared by content. */
export function changedSections<View extends object>(before: View, after: View): Partial<View> | null {
  const changed: Partial<View> = {};
  let any = false;
  for (const section in after) {
    if (sameContent(before[section], after[section])) continue;
    changed[section] = after[section];
    any = true;
  }
  return any ? changed : null;
}

/** Whose seat view an event may have changed: one seat's, some seats', or everybody's. */
export function seatsTouchedBy(event: SessionEvent, after: SessionState): 'all' | readonly SeatNumber[] {
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
    case 'seat-restored':
      return [event.seat];
    case 'seat-muted':
    case 'seat-removed':
    case 'seat-left':
      return [event.seat];
    case 'clock-set':
    case 'code-changed':
    case 'session-locked':
    case 'newcomers-held':
    case 'teacher-came':
    case 'teacher-went':
    case 'screen-blanked':
    case 'parameter-spotlighted':
    case 'parameter-reassigned':
    case 'seat-disconnected':
    case 'seat-minded':
    case 'descended':
    case 'stops-revealed':
    case 'animal-answered':
      return [];
    case 'drawing-cleared':
    case 'drawing-settled':
    case 'drawing-reopened':
    case 'session-opened':
    case 'session-ended':
    case 'settings-changed':
    case 'stage-entered':
    case 'ownership-changed':
    case 'round-opened':
    case 'step-taken':
    case 'step-taken-back':
    case 'went-back':
    case 'example-explained':
    case 'gradient-checked':
      return 'all';
    case 'phase-entered':
      return changesSeats(event.phase) ? 'all' : [];
    case 'roster-changed':
      // A name shows at its own seat and at its co-owners'; renaming is rare, so everybody is looked at.
      return after.activity.kind === 'lobby' ? [...after.seats.keys()] : 'all';
  }
}

/** Whether a phase tells each seat something of its own, or takes away what it had handed in before. */
function changesSeats({ kind }: Phase): boolean {
  switch (kind) {
    case 'adjust':
    case 'backward':
    case 'vote':
    case 'bet':
      return true;
    case 'predict':
    case 'compare':
    case 'nudge':
    case 'run':
    case 'reveal':
    case 'answer':
    case 'score':
      return false;
  }
}
