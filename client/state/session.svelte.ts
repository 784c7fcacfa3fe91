import type { Refusal } from '../../shared/session/refusals.ts';
import type { Link, LinkOptions, LinkState } from '../link/link.ts';
import { remainingMs } from '../link/local-clock.ts';
import { unseen, type Pending } from '../link/outbox.ts';
import type { IntentOf, LinkRole, SeatOf, ViewOf } from '../link/roles.ts';
import type { LinkStatus } from '../link/status.ts';
import { reloadOnce } from './reload-once.ts';
import { tabStorage } from './storage.ts';
import { createTicker } from './ticking.ts';

/** One class as one role sees it, for components to read. A literal record will do where there is no server. */
export type Session<Role extends LinkRole> = {
  readonly status: LinkStatus;
  /** Null until the first snapshot has come. */
  readonly view: ViewOf<Role> | null;
  readonly seat: SeatOf<Role> | null;
  /** What somebody is called who waits to be let in; null for everybody else. */
  readonly waitingAs: string | null;
  /** How old the class is, in milliseconds; null until the server has said it. */
  readonly ageMs: () => number | null;
  /** What the class's clock has left; read in a component it goes on by itself, five times a second. */
  readonly remainingMs: number | null;
  readonly totalMs: number | null;
  /** Whether the clock runs, rather than standing still. */
  readonly isRunning: boolean;
  /** Asked for and not yet answered. */
  readonly pending: readonly Pending<IntentOf<Role>>[];
  /** Acknowledged, and not yet part of `seat`. */
  readonly unseen: readonly Pending<IntentOf<Role>>[];
  /** The last thing the server would not do, until the next is asked or it is dismissed. */
  readonly refused: Refused<Role> | null;
  readonly send: (intent: IntentOf<Role>) => void;
  readonly dismiss: () => void;
  readonly retry: () => void;
  readonly close: () => void;
};

export type Refused<Role extends LinkRole> = { readonly intent: IntentOf<Role>; readonly refusal: Refusal };

type Hooks<Role extends LinkRole> = Pick<LinkOptions<Role>, 'onchange' | 'onrefused'>;

/** Puts a link behind getters that components can follow. */
export function createSession<Role extends LinkRole>(
  open: (hooks: Hooks<Role>) => Link<Role>,
): Session<Role> {
  let refused = $state.raw<Refused<Role> | null>(null);
  const link = open({
    onchange: (next) => {
      state = next;
      if (next.status.kind === 'gone' && next.status.reason === 'client-too-old')
        reloadOnce(tabStorage(), document, () => location.reload());
    },
    onrefused: (intent, refusal) => {
      refused = { intent, refusal };
    },
  });
  let state = $state.raw<LinkState<Role>>(link.state());
  const followTime = createTicker();

  return {
    get status() {
      return state.status;
    },
    get view() {
      return state.picture?.view ?? null;
    },
    get seat() {
      return state.seat;
    },
    get waitingAs() {
      return state.waitingAs;
    },
    ageMs: () => (state.openedMs === null ? null : performance.now() - state.openedMs),
    get remainingMs() {
      if (state.clock.kind === 'running') followTime();
      return remainingMs(state.clock, performance.now());
    },
    get totalMs() {
      return state.clock.kind === 'off' ? null : state.clock.totalMs;
    },
    get isRunning() {
      return state.clock.kind === 'running';
    },
    get pending() {
      return state.outbox.pending;
    },
    get unseen() {
      return unseen(state.outbox, state.seatAt);
    },
    get refused() {
      return refused;
    },
    send: (intent) => {
      refused = null;
      link.send(intent);
    },
    dismiss: () => {
      refused = null;
    },
    retry: link.retry,
    close: link.close,
  };
}
