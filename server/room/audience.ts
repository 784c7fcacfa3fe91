import { changedSections } from '../../shared/projection/frames.ts';
import type { ClockReading } from '../../shared/wire/down.ts';
import type { Edition, Packet } from './packets.ts';
import { ROOM_LIMITS } from './room-limits.ts';
import type { Standing } from './standing.ts';

/** What a client already has; null for one that has nothing. */
export type Known = { readonly epoch: number; readonly version: number } | null;

/** The view of one audience as it was last sent, and the frames that led there. */
export type Audience = {
  /** The frame to this standing, or null when nothing changed for this audience. */
  readonly move: (to: Standing, clock: ClockReading) => Packet | null;
  /** What somebody who knows this much is missing: frames, or everything; the clock as it is now comes last. */
  readonly catchUp: (known: Known, clock: ClockReading) => readonly Packet[];
  readonly tick: (clock: ClockReading) => Packet;
};

/**
 * Versions of an audience are those at which its view changed, so that each frame starts where the one before
 * it ended, however many facts in between were none of its business.
 */
export function createAudience<View extends object>(
  edition: Edition<View>,
  epoch: number,
  start: Standing,
): Audience {
  let view = edition.view(start.state, start.roster);
  let version = start.version;
  let frames: readonly { readonly from: number; readonly packet: Packet }[] = [];
  const tick = (clock: ClockReading): Packet => ({ name: 'tick', body: { epoch, version, clock } });
  return {
    tick,
    move: (to, clock) => {
      const next = edition.view(to.state, to.roster);
      const changed = changedSections(view, next);
      if (changed === null) return null;
      const packet = edition.frame({ epoch, from: version, version: to.version, clock, changed });
      frames = [...frames, { from: version, packet }].slice(-ROOM_LIMITS.framesKept);
      view = next;
      version = to.version;
      return packet;
    },
    catchUp: (known, clock) => {
      const snapshot = edition.snapshot({ epoch, version, clock, view });
      if (known?.epoch !== epoch) return [snapshot];
      const first = frames.findIndex((frame) => frame.from === known.version);
      if (first >= 0) return [...frames.slice(first).map((frame) => frame.packet), tick(clock)];
      return known.version === version ? [tick(clock)] : [snapshot];
    },
  };
}
