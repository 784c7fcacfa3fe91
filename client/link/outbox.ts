import type { Refusal } from '../../shared/session/refusals.ts';
import type { Acknowledgement } from '../../shared/wire/down.ts';

/** An intent on its way: the number stays the same however often it is sent, so that it happens once. */
export type Pending<Intent> = { readonly seq: number; readonly intent: Intent };

/** What one page has asked for and has not been answered. */
export type Outbox<Intent> = {
  /** Names the page: 8 to 32 characters. Numbers count within it. */
  readonly instance: string;
  readonly nextSeq: number;
  readonly pending: readonly Pending<Intent>[];
};

export function emptyOutbox(instance: string): Outbox<never> {
  return { instance, nextSeq: 1, pending: [] };
}

/** Puts one more in. What it replaces leaves: of two answers to the same question only the last one matters. */
export function enqueue<Intent>(
  outbox: Outbox<Intent>,
  intent: Intent,
  replaces: (older: Intent) => boolean,
): { readonly outbox: Outbox<Intent>; readonly added: Pending<Intent> } {
  const added = { seq: outbox.nextSeq, intent };
  const kept = outbox.pending.filter((older) => !replaces(older.intent));
  return { outbox: { ...outbox, nextSeq: outbox.nextSeq + 1, pending: [...kept, added] }, added };
}

/** Takes an answered intent out. An answer to something no longer waited for changes nothing. */
export function settle<Intent>(outbox: Outbox<Intent>, seq: number): Outbox<Intent> {
  return { ...outbox, pending: outbox.pending.filter((one) => one.seq !== seq) };
}

export type Verdict =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Nothing is wrong with it: offer it again after this long. */
  | { readonly kind: 'again'; readonly afterMs: number };

const DEFAULT_WAIT_MS = 1_000;

/** What an answer means for the intent that waited for it. */
export function verdictOn(answer: Acknowledgement): Verdict {
  if (answer.ok) return { kind: 'accepted' };
  const { refusal } = answer;
  const isPassing = refusal.code === 'saving' || refusal.code === 'store-full';
  // Without a time to wait, "slow down" is a bound of the round: waiting would not help.
  const isTooFast = refusal.code === 'slow-down' && refusal.ms !== undefined;
  return isPassing || isTooFast
    ? { kind: 'again', afterMs: refusal.ms ?? DEFAULT_WAIT_MS }
    : { kind: 'refused', refusal };
}
