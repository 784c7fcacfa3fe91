import type { SessionId } from '../../shared/session/ids.ts';
import type { GoneReason } from '../../shared/wire/down.ts';
import type { Known } from '../room/audience.ts';
import type { Arrival, Asked, GuestId, Sender } from '../room/classroom.ts';
import type { AudienceName, Packet } from '../room/packets.ts';

/**
 * One coming of a server for a class, numbered on its line, until it leaves it or is shown out. What is still under way of a
 * visit that is over means nothing to the next.
 */
export type VisitNumber = number;

/** What a server says to the one that plays a class for the people whose sockets it holds. */
export type NodeUp =
  | {
      readonly kind: 'enter';
      readonly visit: VisitNumber;
      readonly session: SessionId;
      readonly guest: GuestId;
      readonly sender: Sender;
      readonly arrival: Arrival;
    }
  | { readonly kind: 'leave'; readonly visit: VisitNumber; readonly guest: GuestId }
  | { readonly kind: 'catch-up'; readonly visit: VisitNumber; readonly guest: GuestId; readonly known: Known }
  | { readonly kind: 'dismiss'; readonly visit: VisitNumber };

/** What it wants an answer to. */
export type NodeQuestion =
  /** Answered with an `Acknowledgement`. */
  | { readonly kind: 'ask'; readonly visit: VisitNumber; readonly guest: GuestId; readonly asked: Asked }
  /** Answered with whatever the call of that name answers. */
  | { readonly kind: 'call'; readonly name: string; readonly values: readonly unknown[] };

/** What comes back: once for each visit, however many of the class's people came with it. */
export type NodeDown =
  | {
      readonly kind: 'to-audience';
      readonly visit: VisitNumber;
      readonly audience: AudienceName;
      readonly packet: Packet;
    }
  | {
      readonly kind: 'to-guest';
      readonly visit: VisitNumber;
      readonly guest: GuestId;
      readonly packet: Packet;
    }
  | {
      readonly kind: 'show-out';
      readonly visit: VisitNumber;
      readonly who: GuestId | 'everybody';
      readonly reason: GoneReason;
    };

/** A line to another server. What is said on it arrives in its order, each once, or the line breaks. */
export type NodeLine = {
  readonly say: (message: NodeUp) => void;
  /** On a line that breaks no answer comes. */
  readonly ask: (question: NodeQuestion, answered: (answer: unknown) => void) => void;
  readonly hangUp: () => void;
};

export type NodeLineEvents = {
  readonly onHeard: (message: NodeDown) => void;
  /** Once. */
  readonly onBroken: () => void;
};

/** Another server that has come in, as the one that plays its people's classes sees it. */
export type NodeVisitor = {
  readonly hear: (message: NodeUp) => void;
  readonly answer: (question: NodeQuestion, reply: (answer: unknown) => void) => void;
  readonly gone: () => void;
};
