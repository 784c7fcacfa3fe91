import type { GoneReason } from '../../shared/wire/down.ts';
import type { AudienceName, Packet } from '../room/packets.ts';
import type { Sender } from './ingress.ts';

/** One live connection whose holder is known. */
export type Line = {
  readonly sender: Sender;
  readonly audience: AudienceName;
  /** To this one alone; left out while it is behind, since it gets everything once it has caught up. */
  readonly send: (packet: Packet) => void;
  /** To be called before a state goes to the whole audience. */
  readonly beforeState: () => void;
  readonly beat: () => void;
  /** Says why, and hangs up. */
  readonly close: (reason: GoneReason) => void;
};
