import type { Actor, Command } from '../session/commands.ts';
import type { IntentId, SessionEvent } from '../session/events.ts';
import type { SeatNumber } from '../session/ids.ts';
import { LIMITS } from '../session/limits.ts';
import type { SessionState } from '../session/state.ts';

/** A command that may have led to the facts at hand, and how long after the clock was last set it was asked. */
export type Asked = { readonly actor: Actor; readonly command: Command; readonly sinceClockMs: number };

/** The facts from the one at hand on: that one at 0, undefined after the last. */
export type Ahead = (offset: number) => SessionEvent | undefined;

/** Asked by the teacher. How long after the clock was set matters only where it is said. */
export function byTeacher(command: Command, sinceClockMs = 0): Asked {
  return { actor: { role: 'teacher' }, command, sinceClockMs };
}

/** Asked by the room itself. */
export function byRoom(command: Command, sinceClockMs = 0): Asked {
  return { actor: { role: 'room' }, command, sinceClockMs };
}

/** Asked by a student. The intent's name matters only where the fact carries it. */
export function byStudent(
  seat: SeatNumber,
  command: Command,
  intent: IntentId = { instance: '', seq: 0 },
): Asked {
  return { actor: { role: 'student', seat, intent }, command, sinceClockMs: 0 };
}

/** Asked by somebody with the code and no seat. */
export function byNewcomer(command: Command): Asked {
  return { actor: { role: 'newcomer' }, command, sinceClockMs: 0 };
}

/**
 * At once, and just before the clock ran out. Where everybody has proposed a last chance begins only if the clock
 * had more left than that, and when exactly somebody asked is no fact.
 */
export function soonOrLate(state: SessionState, asked: Asked): readonly Asked[] {
  const leftMs = runningMs(state);
  return leftMs > 0 ? [asked, { ...asked, sinceClockMs: leftMs }] : [asked];
}

/** What was left on a running clock when it was last set; 0 where none runs. */
export function runningMs({ clock }: SessionState): number {
  return clock.kind === 'running' ? clock.remainingMs : 0;
}

/** The time of the running phase is over, and in `nudge` the grace for what was in the air. */
export function clockRanOut(state: SessionState): Asked {
  const sinceClockMs = Math.max(0, runningMs(state)) + LIMITS.inFlightGraceMs;
  return byRoom({ kind: 'clock-ran-out', expected: state.serial }, sinceClockMs);
}

/**
 * In a class that was paused when the last one left, everybody has proposed and the round stands open. Asked to send
 * away bots that it does not have, the class notices.
 */
export function closedAtLast(): Asked {
  return byTeacher({ kind: 'remove-bots' });
}
