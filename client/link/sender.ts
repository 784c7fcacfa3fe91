import type { Refusal } from '../../shared/session/refusals.ts';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import type { OutboxStore } from './outbox-store.ts';
import {
  emptyOutbox,
  enqueue,
  keep,
  offerAgain,
  settle,
  verdictOn,
  type Moment,
  type Outbox,
  type Pending,
  type Replaces,
} from './outbox.ts';
import type { Page } from './page.ts';

/** As much of a line as sending needs. */
export type Postbox<Intent> = {
  readonly post: (up: Pending<Intent>, answered: (answer: Acknowledgement) => void) => void;
};

/** Sends intents, each until it is answered, over whatever line there is. */
export type Sender<Intent> = {
  readonly outbox: () => Outbox<Intent>;
  readonly send: (intent: Intent) => void;
  /** A line has opened: everything unanswered goes again, under the numbers it had. */
  readonly opened: (line: Postbox<Intent>) => void;
  readonly hungUp: () => void;
  /** The class stands at this moment at least: what it may not have though it acknowledged it is offered again. */
  readonly standsAt: (now: Moment) => void;
  /** The class has moved: of what was acknowledged only what it still asks may have to be offered again. */
  readonly moved: () => void;
  /** Forgets what is unanswered and goes on under a new name. */
  readonly renew: () => void;
};

export type SenderOptions<Intent> = {
  readonly store: OutboxStore<Intent>;
  readonly replaces: Replaces<Intent>;
  /** Whether the class still asks what this answers. */
  readonly isAsked: (intent: Intent) => boolean;
  readonly onchange: (outbox: Outbox<Intent>) => void;
  readonly onrefused: (intent: Intent, refusal: Refusal) => void;
  readonly page: Pick<Page, 'after' | 'newInstance'>;
};

export function createSender<Intent>(options: SenderOptions<Intent>): Sender<Intent> {
  let outbox = options.store.claim();
  let line: Postbox<Intent> | null = null;
  const delayed = new Set<() => void>();

  function change(next: Outbox<Intent>): void {
    outbox = next;
    options.store.write(next);
    options.onchange(next);
  }

  function post(pending: Pending<Intent>): void {
    line?.post(pending, (answer) => {
      const verdict = verdictOn(answer);
      if (verdict.kind === 'again') {
        postLater(pending, verdict.afterMs);
        return;
      }
      if (verdict.kind === 'accepted') accept(pending, verdict);
      else refuse(pending, verdict.refusal);
    });
  }

  function accept(pending: Pending<Intent>, moment: Moment): void {
    const isKept = outbox.pending.includes(pending) && options.isAsked(pending.intent);
    change(isKept ? keep(outbox, pending, moment, options.replaces) : settle(outbox, pending.seq));
  }

  /** What had its tick before is refused in silence: then its time is over, and nobody can do anything about it. */
  function refuse({ seq, intent }: Pending<Intent>, refusal: Refusal): void {
    const wasAccepted = outbox.kept.some((one) => one.seq === seq);
    change(settle(outbox, seq));
    if (!wasAccepted) options.onrefused(intent, refusal);
  }

  function postLater(pending: Pending<Intent>, afterMs: number): void {
    const takeBack = options.page.after(afterMs, () => {
      delayed.delete(takeBack);
      if (outbox.pending.includes(pending)) post(pending);
    });
    delayed.add(takeBack);
  }

  return {
    outbox: () => outbox,
    send: (intent) => {
      const { outbox: next, added } = enqueue(outbox, intent, (older) => options.replaces(older, intent));
      change(next);
      post(added);
    },
    opened: (opened) => {
      line = opened;
      for (const pending of outbox.pending) post(pending);
    },
    hungUp: () => {
      line = null;
      for (const takeBack of delayed) takeBack();
      delayed.clear();
    },
    standsAt: (now) => {
      const again = offerAgain(outbox, now, options.replaces);
      if (again.offered.length === 0) return;
      change(again.outbox);
      for (const pending of again.offered) post(pending);
    },
    moved: () => {
      const kept = outbox.kept.filter(({ intent }) => options.isAsked(intent));
      if (kept.length < outbox.kept.length) change({ ...outbox, kept });
    },
    renew: () => change(emptyOutbox(options.page.newInstance())),
  };
}
