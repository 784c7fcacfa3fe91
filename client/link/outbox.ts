import type { Refusal } from '../../shared/session/refusals.ts';
import type { Acknowledgement } from '../../shared/wire/down.ts';

/** An intent on its way: the number stays the same however often it is sent, so that it happens once. */
export type Pending<Intent> = { readonly seq: number; readonly intent: Intent };

/** A moment of a class: the version within one opening of its room. */
export type Moment = { readonly epoch: number; readonly version: number };

/** An acknowledged intent, and the moment from which the class has it. */
export type Kept<Intent> = Pending<Intent> & Moment;

/** What one page has asked for and has not been answered, and what it was told is done and may have to offer again. */
export type Outbox<Intent> = {
  /** Names the page: 8 to 32 characters. Numbers count within it. */
  readonly instance: string;
  readonly nextSeq: number;
  readonly pending: readonly Pending<Intent>[];
  /** Answers to what the class still asks: a store that failed over may have lost what it acknowledged last. */
  readonly kept: readonly Kept<Intent>[];
};

/** Whether an older answer is pointless beside a newer one. */
export type Replaces<Intent> = (older: Intent, newer: Intent) => boolean;

export function emptyOutbox(instance: string): Outbox<never> {
  return { instance, nextSeq: 1, pending: [], kept: [] };
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
  return {
    ...outbox,
    pending: outbox.pending.filter((one) => one.seq !== seq),
    kept: outbox.kept.filter((one) => one.seq !== seq),
  };
}

/** Files an acknowledged intent with what is kept, in the place of what it answers anew. */
export function keep<Intent>(
  outbox: Outbox<Intent>,
  { seq, intent }: Pending<Intent>,
  { epoch, version }: Moment,
  replaces: Replaces<Intent>,
): Outbox<Intent> {
  const settled = settle(outbox, seq);
  const others = settled.kept.filter((older) => !replaces(older.intent, intent));
  return { ...settled, kept: [...others, { seq, intent, epoch, version }] };
}

/**
 * A class that stands at `now` may not have what it acknowledged under another opening of its room, or beyond that
 * version: that waits for an answer once more, unless a newer answer to the same is on its way.
 */
export function offerAgain<Intent>(
  outbox: Outbox<Intent>,
  now: Moment,
  replaces: Replaces<Intent>,
): { readonly outbox: Outbox<Intent>; readonly offered: readonly Pending<Intent>[] } {
  const waits = ({ seq, intent }: Kept<Intent>): boolean =>
    outbox.pending.some((one) => one.seq === seq || replaces(intent, one.intent));
  const offered = outbox.kept
    .filter((one) => (one.epoch !== now.epoch || one.version > now.version) && !waits(one))
    .map(({ seq, intent }) => ({ seq, intent }));
  return { outbox: { ...outbox, pending: [...offered, ...outbox.pending] }, offered };
}

/** What was acknowledged and is not yet in what this page was last shown. */
export function unseen<Intent>(
  { kept, pending }: Outbox<Intent>,
  shown: Moment | null,
): readonly Pending<Intent>[] {
  return kept.filter(
    (one) =>
      !pending.some(({ seq }) => seq === one.seq) &&
      (shown === null ||
        shown.epoch < one.epoch ||
        (shown.epoch === one.epoch && shown.version < one.version)),
  );
}

export type Verdict =
  | ({ readonly kind: 'accepted' } & Moment)
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Nothing is wrong with it: offer it again after this long. */
  | { readonly kind: 'again'; readonly afterMs: number };

const DEFAULT_WAIT_MS = 1_000;

/** What an answer means for the intent that waited for it. */
export function verdictOn(answer: Acknowledgement): Verdict {
  if (answer.ok) return { kind: 'accepted', epoch: answer.epoch, version: answer.version };
  const { refusal } = answer;
  const isPassing = refusal.code === 'saving' || refusal.code === 'store-full';
  // Without a time to wait, "slow down" is a bound of the round: waiting would not help.
  const isTooFast = refusal.code === 'slow-down' && refusal.ms !== undefined;
  return isPassing || isTooFast
    ? { kind: 'again', afterMs: refusal.ms ?? DEFAULT_WAIT_MS }
    : { kind: 'refused', refusal };
}
