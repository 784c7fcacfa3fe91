import type { ServerClock } from '../clock.ts';
import { INTAKE } from '../limits.ts';

/** Packets, and their size in bytes, that the transport has not taken yet. */
export type Unsent = { readonly packets: number; readonly bytes: number };

/** The way out to one client, as far as an outbox has to know it. */
export type Wire = {
  readonly unsent: () => Unsent;
  /** In the channel a client gets what its whole audience gets. It comes back into it with the catching up. */
  readonly leaveChannel: () => void;
  readonly drop: () => void;
};

/**
 * Keeps a slow client from holding up memory or anybody else: at most one state waits for it. Further ones are
 * left out, and it gets everything as it is then once it has caught up.
 */
export type Outbox = {
  /** To be called before a state goes to the client's channel. */
  readonly beforeState: () => void;
  readonly isBehind: () => boolean;
  /** The transport has taken all that waited. */
  readonly drained: () => void;
  /** Lets go of a client that has been behind for too long, or has too much waiting. */
  readonly beat: () => void;
};

export function createOutbox(wire: Wire, clock: ServerClock, catchUp: () => void): Outbox {
  let stateWaits = false;
  let behindSinceMs: number | null = null;
  return {
    beforeState: () => {
      if (behindSinceMs !== null) return;
      if (stateWaits && wire.unsent().packets > 0) {
        behindSinceMs = clock.nowMs();
        wire.leaveChannel();
        return;
      }
      stateWaits = true;
    },
    isBehind: () => behindSinceMs !== null,
    drained: () => {
      stateWaits = false;
      if (behindSinceMs === null) return;
      behindSinceMs = null;
      stateWaits = true;
      catchUp();
    },
    beat: () => {
      const late =
        behindSinceMs !== null && clock.nowMs() - behindSinceMs > INTAKE.unsent.perSocket.behindMsMost;
      if (late || wire.unsent().bytes > INTAKE.unsent.perSocket.bytesMost) wire.drop();
    },
  };
}
