import type { PauseReason } from '../session/clock.ts';
import type { Command } from '../session/commands.ts';
import type { SessionEvent } from '../session/events.ts';
import { LIMITS } from '../session/limits.ts';
import type { SessionState } from '../session/state.ts';
import { byRoom, byTeacher, clockRanOut, closedAtLast, runningMs, type Asked } from './verify-askers.ts';

type ClockSet = Extract<SessionEvent, { type: 'clock-set' }>;

/** What may have been asked so that the answer begins with another clock. When it was asked the clock itself says. */
export function askedOfClock(state: SessionState, { clock, why }: ClockSet): readonly Asked[] {
  const before = runningMs(state);
  /** How long ago the clock was set, if this much is left of it. */
  const since = (leftMs: number): number => Math.max(0, before - leftMs);
  const left = clock.kind === 'paused' ? clock.left : clock.kind === 'running' ? clock : null;
  const leftMs = left?.remainingMs ?? before;
  switch (why) {
    case 'mark':
      return [byRoom({ kind: 'mark-clock' }, since(leftMs))];
    case 'pause':
      return PAUSES.filter(({ reason }) => clock.kind === 'paused' && clock.reasons.includes(reason)).map(
        ({ command }) =>
          command.kind === 'server-slept'
            ? byRoom(command, since(leftMs))
            : byTeacher(command, since(leftMs)),
      );
    case 'resume':
      return [{ kind: 'resume' } as const, { kind: 'attention', on: false } as const].map((command) =>
        byTeacher(command, since(leftMs)),
      );
    case 'more-time':
      return [byTeacher({ kind: 'more-time' }, since(leftMs - LIMITS.moreTimeMs))];
    case 'teacher-away':
      return [clockRanOut(state)];
    case 'last-chance':
      return [closedAtLast()];
    // These follow from something else, and never begin an answer.
    case 'pace':
    case 'teacher-back':
      return [];
  }
}

const PAUSES: readonly { readonly reason: PauseReason; readonly command: Command }[] = [
  { reason: 'teacher', command: { kind: 'pause' } },
  { reason: 'attention', command: { kind: 'attention', on: true } },
  { reason: 'server-slept', command: { kind: 'server-slept' } },
];
