import * as v from 'valibot';
import type { SessionId } from '../../shared/session/ids.ts';
import type { GoneReason } from '../../shared/wire/down.ts';
import { handshakeSchema } from '../../shared/wire/handshake.ts';
import { PROTOCOL_VERSION } from '../../shared/wire/version.ts';
import { hashToken } from '../auth/tokens.ts';
import { parseCode } from '../auth/code.ts';
import type { ServerClock } from '../clock.ts';
import type { Catalogue, Grant } from '../journal/catalogue.ts';
import { JournalError } from '../journal/journal.ts';
import type { Known } from '../room/audience.ts';
import type { Sender } from '../room/classroom.ts';
import type { Places } from '../room/places.ts';

export type Admission =
  | { readonly ok: true; readonly sender: Sender; readonly session: SessionId; readonly known: Known }
  | { readonly ok: false; readonly reason: GoneReason };

export type AdmissionDeps = {
  readonly catalogue: Pick<Catalogue, 'findToken' | 'findCode'>;
  readonly clock: ServerClock;
  readonly places: Places;
};

type Handshake = v.InferOutput<typeof handshakeSchema>;

/**
 * Whether somebody may come in, and as whom. The token alone says so; the code only has to be one of the same
 * session, the one in use or one that was replaced.
 */
export async function admit(auth: unknown, deps: AdmissionDeps): Promise<Admission> {
  const read = v.safeParse(handshakeSchema, auth);
  if (!read.success)
    return { ok: false, reason: speaksOtherProtocol(auth) ? 'client-too-old' : 'unknown-token' };
  const handshake = read.output;
  if (!isSpoken(handshake.protocol)) return { ok: false, reason: 'client-too-old' };
  try {
    return await lookUp(handshake, deps);
  } catch (error) {
    // The store does not answer just now; the client keeps trying, as it does with a server that restarts.
    if (error instanceof JournalError) return { ok: false, reason: 'restarting' };
    throw error;
  }
}

async function lookUp(handshake: Handshake, deps: AdmissionDeps): Promise<Admission> {
  const code = parseCode(handshake.code);
  const [grant, ownerOfCode] = await Promise.all([
    deps.catalogue.findToken(hashToken(handshake.token)),
    code === null ? null : deps.catalogue.findCode(code, deps.clock.wallMs()),
  ]);
  if (ownerOfCode === null) return { ok: false, reason: 'unknown-code' };
  const sender = grant === null ? null : senderOf(handshake, grant);
  if (grant === null || sender === null || grant.session !== ownerOfCode.session) {
    return { ok: false, reason: 'unknown-token' };
  }
  const reason = await deps.places.whyClosed(grant.session);
  if (reason !== null) return { ok: false, reason };
  return { ok: true, sender, session: grant.session, known: handshake.known };
}

function senderOf(handshake: Handshake, grant: Grant): Sender | null {
  const { instance, dial } = handshake;
  switch (handshake.role) {
    case 'student':
      return grant.role === 'seat' ? { role: 'student', seat: grant.seat, instance, dial } : null;
    case 'teacher':
      return grant.role === 'teacher' ? { role: 'teacher', instance } : null;
    case 'screen':
      return grant.role === 'screen' ? { role: 'screen', instance } : null;
  }
}

/** The version before this one is served too, so that a class survives an upgrade of its server. */
function isSpoken(protocol: number): boolean {
  return Number.isInteger(protocol) && protocol >= PROTOCOL_VERSION - 1 && protocol <= PROTOCOL_VERSION;
}

function speaksOtherProtocol(auth: unknown): boolean {
  const read = v.safeParse(v.object({ protocol: v.number() }), auth);
  return read.success && !isSpoken(read.output.protocol);
}
