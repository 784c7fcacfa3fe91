import type { Refusal } from '../../shared/session/refusals.ts';
import type { LocalClock } from './local-clock.ts';
import type { Moment, Outbox } from './outbox.ts';
import type { Picture } from './picture.ts';
import type { IntentOf, LinkRole, SeatOf, ViewOf } from './roles.ts';
import type { LinkStatus } from './status.ts';

/** Everything a link knows, at one moment. */
export type LinkState<Role extends LinkRole> = {
  readonly status: LinkStatus;
  /** Null until the first snapshot; kept, however old, when the link breaks. */
  readonly picture: Picture<ViewOf<Role>> | null;
  readonly seat: SeatOf<Role> | null;
  /** What somebody is called who waits to be let in; null for everybody else. */
  readonly waitingAs: string | null;
  /** How far `seat` has come; null until the first has arrived. */
  readonly seatAt: Moment | null;
  readonly clock: LocalClock;
  /** When the class opened, on this page's clock; null until the server has said how old it is. */
  readonly openedMs: number | null;
  readonly outbox: Outbox<IntentOf<Role>>;
};

/** A way into one class for one role. */
export type Link<Role extends LinkRole> = {
  readonly state: () => LinkState<Role>;
  /** Asks for something. It is pending until the server has answered, through reconnections and reloads. */
  readonly send: (intent: IntentOf<Role>) => void;
  /** Tries again at once: "continue here" after being let go, or a person who does not want to wait. */
  readonly retry: () => void;
  readonly close: () => void;
};

export type LinkOptions<Role extends LinkRole> = {
  readonly role: Role;
  /** Without a dash. */
  readonly code: string;
  readonly token: string;
  /** Called after every change, with all of it. */
  readonly onchange: (state: LinkState<Role>) => void;
  readonly onrefused: (intent: IntentOf<Role>, refusal: Refusal) => void;
  /** Whether an older intent need not be sent once this one has been asked. */
  readonly replaces?: (older: IntentOf<Role>, newer: IntentOf<Role>) => boolean;
  /** Whether the class still asks what this intent answers, so that it is offered again to a server that may not have it. */
  readonly isAsked?: (intent: IntentOf<Role>, view: ViewOf<Role>) => boolean;
  /** Where unanswered intents survive a reload; null where they should not. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem'> | null;
};
