import type { Command } from '../../shared/session/commands.ts';
import { graceMs } from '../../shared/session/durations.ts';
import { runningRound } from '../../shared/session/state.ts';
import { ROOM_LIMITS } from './room-limits.ts';
import { clockNow, type Standing } from './standing.ts';

/** What a room has to ask itself for at this moment because of its clock; null for nothing. */
export function askOfClock(standing: Standing, nowMs: number): Command | null {
  const clock = clockNow(standing, nowMs);
  if (clock.kind !== 'running') return null;
  if (clock.remainingMs <= -graceMs(runningRound(standing.state)?.phase))
    return { kind: 'clock-ran-out', expected: standing.state.serial };
  const unmarkedMs = nowMs - standing.clockSetAtMs;
  return unmarkedMs >= ROOM_LIMITS.markClockEveryMs ? { kind: 'mark-clock' } : null;
}
