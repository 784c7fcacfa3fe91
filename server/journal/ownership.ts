import type { SessionId } from '../../shared/session/ids.ts';

/** Names one server process among those that share a store. */
export type NodeId = string;

/**
 * Which of the servers that share a store plays which class: each one lives by a lease that it renews, and a class is
 * its owner's for as long as that one lives. Every method rejects with a `JournalError` and with nothing else.
 */
export type Ownership = {
  readonly node: NodeId;
  /** Joins the others. `address` is where they reach this one. */
  readonly join: (address: string, events: OwnershipEvents) => Promise<void>;
  /** Makes a class this server's, unless another one that lives plays it. Whose it is then. */
  readonly claim: (session: SessionId) => Promise<NodeId>;
  /** The living server that plays a class; null where none does. */
  readonly ownerOf: (session: SessionId) => Promise<NodeId | null>;
  /** Where a server is reached; null for one that lives no more. */
  readonly addressOf: (node: NodeId) => Promise<string | null>;
  /** Lets go of one class, which is this server's or a dead one's. */
  readonly release: (session: SessionId) => Promise<void>;
  /** Lets go of everything: what this server played is anybody's at once. */
  readonly leave: () => Promise<void>;
};

export type OwnershipEvents = {
  /** These classes were a dead server's. Called again while they are nobody's. */
  readonly onOrphans: (sessions: readonly SessionId[]) => void;
  /** This server was silent for longer than its lease: others may play its classes now. */
  readonly onLapsed: () => void;
};
