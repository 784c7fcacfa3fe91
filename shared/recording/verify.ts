import { checkRecording, type CheckedEvent, type CheckedRecording } from './check.ts';
import type { RecordedEvent, Seal } from './recording.ts';
import { RecordingError } from './recording-error.ts';
import { sha256, type Sha256 } from './sha-256.ts';
import { proveFacts } from './verify-facts.ts';

/** Whose seal a recording carries. `missing`: nobody vouches for it, it only agrees with itself. */
export type SealStanding = 'own' | 'other' | 'missing';

/** What became of the proof. A lie about the file as a whole, its seal or its head, is at no event. */
export type Verification =
  | { readonly ok: true; readonly events: number; readonly steps: number; readonly seal: SealStanding }
  | { readonly ok: false; readonly version: number | null; readonly what: string };

export type Verifier = {
  /** By which this server's seals are known, in lowercase hex; null where it has none. */
  readonly ownPublicKey: string | null;
  /** Whether a seal is its key's signature over a digest. Ed25519 is handed in: shared/ has no such thing. */
  readonly checkSeal: (seal: Seal, digest: Uint8Array) => boolean;
  readonly sha256?: Sha256;
};

/**
 * Proves a recording from its first byte to its last: its digests, its chain and its seal; that header, timeline and
 * keyframes follow from the events; and that each event is what the class, asked again, would have answered, every
 * number to 1e-9. So a file that passes was either written by a class that happened, or by somebody who played one
 * from beginning to end; the seal tells which.
 */
export function verifyRecording(bytes: Uint8Array, verifier: Verifier): Verification {
  try {
    return prove(bytes, verifier);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    return { ok: false, version: error.version, what: error.message };
  }
}

function prove(
  bytes: Uint8Array,
  { ownPublicKey, checkSeal, sha256: digest = sha256 }: Verifier,
): Verification {
  const file = readWhole(checkRecording(bytes, digest));
  const proof = proveFacts(file.events());
  let [events, steps] = [0, 0];
  for (let step = proof.next(); ; step = proof.next()) {
    if (step.done === true) {
      if (step.value !== null) return { ok: false, ...step.value };
      break;
    }
    events += 1;
    if (step.value.recorded.event.type === 'step-taken') steps += 1;
  }
  const { seal, digest: sealed } = file.end();
  if (seal === null) return { ok: true, events, steps, seal: 'missing' };
  if (!checkSeal(seal, sealed))
    return { ok: false, version: null, what: 'its seal was made for another file, or by another key' };
  return { ok: true, events, steps, seal: seal.publicKey === ownPublicKey ? 'own' : 'other' };
}

/** The events as they are checked, and after the last of them what the file says of itself. */
function readWhole(check: Generator<CheckedEvent, CheckedRecording>): {
  readonly events: () => Generator<RecordedEvent>;
  readonly end: () => CheckedRecording;
} {
  let whole: CheckedRecording | null = null;
  return {
    *events() {
      for (let step = check.next(); ; step = check.next()) {
        if (step.done === true) {
          whole = step.value;
          return;
        }
        yield step.value.recorded;
      }
    },
    end: () => {
      if (whole === null) throw new Error('a recording ends after its last event');
      return whole;
    },
  };
}
