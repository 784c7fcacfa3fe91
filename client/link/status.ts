import type { GoneReason } from '../../shared/wire/down.ts';

/** How the link to the room stands. */
export type LinkStatus =
  | { readonly kind: 'connecting' }
  /** `slow`: WebSocket does not get through and the link polls. */
  | { readonly kind: 'live'; readonly slow: boolean }
  /** Nothing was heard for so long that what is shown may no longer be true: grey. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'reconnecting' }
  /** The server let us go, and asking again by itself would not help. */
  | { readonly kind: 'gone'; readonly reason: FinalReason };

/** Reasons that pass by themselves: the link goes on trying. */
const PASSING_REASONS = ['restarting', 'slow-down'] as const satisfies readonly GoneReason[];
export type FinalReason = Exclude<GoneReason, (typeof PASSING_REASONS)[number]>;

export function isFinal(reason: GoneReason): reason is FinalReason {
  return !PASSING_REASONS.some((passing) => passing === reason);
}

/** The server says something at least every 2 s (docs/protocol.md, "Silence"). */
const SILENT_AFTER_MS = 6_000;
const DEAD_AFTER_MS = 9_000;
/** What was heard within this time needs no new connection when the page wakes. */
const FRESH_MS = 2_500;

export type Hearing = 'fresh' | 'quiet' | 'silent' | 'dead';

/** What it means to have heard nothing for so long. */
export function hearing(silenceMs: number): Hearing {
  if (silenceMs < FRESH_MS) return 'fresh';
  if (silenceMs < SILENT_AFTER_MS) return 'quiet';
  return silenceMs < DEAD_AFTER_MS ? 'silent' : 'dead';
}
