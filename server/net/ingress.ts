import type { Actor } from '../../shared/session/commands.ts';
import type { SeatNumber } from '../../shared/session/ids.ts';
import { mayAsk } from '../../shared/session/permissions.ts';
import { refusal, type Refusal } from '../../shared/session/refusals.ts';
import { NET_LIMITS } from './limits.ts';
import { readUp, type Intent } from './read-up.ts';

/** Who holds a connection, as its handshake proved. */
export type Sender =
  | { readonly role: 'student'; readonly seat: SeatNumber; readonly instance: string }
  | { readonly role: 'teacher'; readonly instance: string }
  | { readonly role: 'screen'; readonly instance: string };

/** What became of a message before anybody in the room hears of it. */
export type Ingested =
  | { readonly kind: 'intent'; readonly actor: Actor; readonly intent: Intent; readonly seq: number }
  /** `close`: this was one too many. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly close: boolean };

/** Takes one for an intent of this kind: 0, or the milliseconds to wait. */
export type TakeOne = (kind: Intent['kind']) => number;

export type Ingress = { readonly read: (raw: unknown) => Ingested };

/**
 * The door every message comes through: shape, haste, permission, and the sender's name stamped on it. It knows
 * no socket. What a message says of its sender counts for nothing.
 */
export function createIngress(sender: Sender, takeOne: TakeOne): Ingress {
  let malformed = 0;
  let hasty = 0;

  function refuseHaste(ms: number): Ingested {
    hasty += 1;
    return { kind: 'refused', refusal: refusal('slow-down', ms), close: hasty >= NET_LIMITS.hastyMost };
  }

  return {
    read: (raw) => {
      const up = readUp(raw);
      if (typeof up === 'string') {
        malformed += 1;
        return { kind: 'refused', refusal: refusal(up), close: malformed >= NET_LIMITS.malformedMost };
      }
      malformed = 0;
      const waitMs = takeOne(up.intent.kind);
      if (waitMs > 0) return refuseHaste(waitMs);
      hasty = 0;
      if (!mayAsk(sender.role, up.intent.kind)) {
        return { kind: 'refused', refusal: refusal('not-allowed'), close: false };
      }
      return { kind: 'intent', actor: stamp(sender, up.seq), intent: up.intent, seq: up.seq };
    },
  };
}

function stamp(sender: Sender, seq: number): Actor {
  switch (sender.role) {
    case 'student':
      return { role: 'student', seat: sender.seat, intent: { instance: sender.instance, seq } };
    case 'teacher':
      return { role: 'teacher' };
    case 'screen':
      return { role: 'screen' };
  }
}
