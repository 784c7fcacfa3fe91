import type { GoneReason } from '../../shared/wire/down.ts';
import type { GuestId, Sender } from '../room/classroom.ts';
import type { Packet } from '../room/packets.ts';

/** One live connection whose holder is known. */
export type Line = {
  readonly id: GuestId;
  readonly sender: Sender;
  /** To this one alone, which from its first packet on gets what its audience gets; left out while it is behind, since it gets everything once it has caught up. */
  readonly send: (packet: Packet) => void;
  /** To be called before a state goes to the whole audience. */
  readonly beforeState: () => void;
  /** To be called when its class leaves the server that played it. */
  readonly classLeft: () => void;
  readonly beat: () => void;
  /** Says why, and hangs up. */
  readonly close: (reason: GoneReason) => void;
};
