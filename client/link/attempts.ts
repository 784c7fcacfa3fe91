import type { GoneReason } from '../../shared/wire/down.ts';

/** One try at connecting. */
export type Attempt = {
  readonly transports: readonly ('websocket' | 'polling')[];
  /** How long it may take until the server has answered. */
  readonly timeoutMs: number;
};

const WEBSOCKET: Attempt = { transports: ['websocket'], timeoutMs: 3_000 };
/** Polling gets through where WebSocket is blocked or swallowed; it moves up to WebSocket by itself if it can. */
const POLLING: Attempt = { transports: ['polling', 'websocket'], timeoutMs: 5_000 };

/** WebSocket first, then polling, in turn; `failures` counts tries since the link was last live. */
export function nextAttempt(failures: number): Attempt {
  return failures % 2 === 0 ? WEBSOCKET : POLLING;
}

export type Failure = 'refused' | 'timed-out' | 'lost' | Extract<GoneReason, 'restarting' | 'slow-down'>;

const FIRST_WAIT_MS = 600;
const LONGEST_WAIT_MS = 1_000;
const SLOW_DOWN_WAIT_MS = 5_000;

/**
 * How long to wait before the next try: 300 ms to a second, half of it by chance, so that a class whose access
 * point restarts does not come back in one blow. A WebSocket that swallowed three seconds is followed by
 * polling at once.
 */
export function waitMs(failures: number, failure: Failure, chance: number): number {
  if (failure === 'timed-out' && failures % 2 === 1) return 0;
  if (failure === 'slow-down') return SLOW_DOWN_WAIT_MS * (1 + chance);
  const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1));
  return (most / 2) * (1 + chance);
}
