import type { SessionEvent } from '../session/events.ts';
import type { SessionState } from '../session/state.ts';
import { byTeacher, type Ahead, type Asked } from './verify-askers.ts';
import { askedOfClock } from './verify-asked-clock.ts';
import { askedOfDrawing } from './verify-asked-drawing.ts';
import { askedOfMachine } from './verify-asked-machine.ts';
import { askedOfPace } from './verify-asked-pace.ts';
import { askedOfSeats } from './verify-asked-seats.ts';
import { askedOfSettings } from './verify-asked-settings.ts';

/**
 * What may have been asked of a class in this state so that the answer begins with this fact. A recording keeps facts
 * and not commands, but each kind of fact comes first in the answer to few of them. Where one answer is the beginning
 * of another the longer comes first. Empty where no answer begins so.
 *
 * @param reopened whether another process has opened the session since the fact before
 */
export function mayHaveBeenAsked(
  state: SessionState,
  event: SessionEvent,
  ahead: Ahead,
  reopened: boolean,
): readonly Asked[] {
  switch (event.type) {
    case 'session-opened':
      return [];
    case 'session-ended':
      return [byTeacher({ kind: 'end-session' })];
    case 'code-changed':
      return [byTeacher({ kind: 'new-code', code: event.code })];
    case 'session-locked':
      return [byTeacher({ kind: 'lock', locked: event.locked })];
    case 'screen-blanked':
      return [byTeacher({ kind: 'blank-screen', blank: event.blank })];
    case 'parameter-spotlighted':
      return [byTeacher({ kind: 'spotlight', parameter: event.parameter })];
    case 'settings-changed':
      return askedOfSettings(state, event, ahead);
    case 'clock-set':
      return askedOfClock(state, event);
    case 'stage-entered':
    case 'went-back':
    case 'ownership-changed':
    case 'round-opened':
    case 'phase-entered':
    case 'step-taken':
    case 'step-taken-back':
    case 'descended':
      return askedOfPace(state, event, ahead);
    case 'voted':
    case 'stopped':
    case 'bet-placed':
    case 'stops-revealed':
    case 'animal-answered':
    case 'example-explained':
    case 'gradient-checked':
      return askedOfMachine(state, event);
    case 'point-drawn':
    case 'point-erased':
    case 'drawing-cleared':
    case 'drawing-settled':
    case 'drawing-reopened':
      return askedOfDrawing(state, event);
    case 'roster-changed':
    case 'seat-joined':
    case 'seat-admitted':
    case 'seat-reclaimed':
    case 'newcomers-held':
    case 'seat-connected':
    case 'seat-disconnected':
    case 'seat-minded':
    case 'seat-left':
    case 'seat-removed':
    case 'seat-restored':
    case 'seat-muted':
    case 'teacher-came':
    case 'teacher-went':
    case 'nudged':
    case 'arrow-guessed':
    case 'parameter-reassigned':
      return askedOfSeats(state, event, ahead, reopened);
  }
}
