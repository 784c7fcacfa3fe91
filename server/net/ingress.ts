import { mayAsk } from '../../shared/session/permissions.ts';
import { refusal, type Refusal } from '../../shared/session/refusals.ts';
import { INTAKE } from '../limits.ts';
import type { Asked, Intent, Sender } from '../room/classroom.ts';
import { readUp } from './read-up.ts';

/** What became of a message before anybody in the room hears of it. */
export type Ingested =
  | { readonly kind: 'intent'; readonly asked: Asked }
  /** `close`: this was one too many. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly close: boolean };

/** Takes one for an intent of this kind: 0, or the milliseconds to wait. */
export type TakeOne = (kind: Intent['kind']) => number;

export type Ingress = { readonly read: (raw: unknown) => Ingested };

/**
 * The door every message comes through: shape, haste and permission. It knows no socket.
 */
export function createIngress(sender: Sender, takeOne: TakeOne): Ingress {
  let malformed = 0;
  let hasty = 0;

  function refuseHaste(ms: number): Ingested {
    hasty += 1;
    return {
      kind: 'refused',
      refusal: refusal('slow-down', ms),
      close: hasty >= INTAKE.hastyIntent.perSocket.inARowMost,
    };
  }

  return {
    read: (raw) => {
      const up = readUp(raw);
      if (typeof up === 'string') {
        malformed += 1;
        return {
          kind: 'refused',
          refusal: refusal(up),
          close: malformed >= INTAKE.message.perSocket.malformedInARowMost,
        };
      }
      malformed = 0;
      const waitMs = takeOne(up.intent.kind);
      if (waitMs > 0) return refuseHaste(waitMs);
      hasty = 0;
      if (!mayAsk(sender.role, up.intent.kind)) {
        return { kind: 'refused', refusal: refusal('not-allowed'), close: false };
      }
      return { kind: 'intent', asked: up };
    },
  };
}
