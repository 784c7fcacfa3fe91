import type { Refusal } from '../../shared/session/refusals.ts';
import type { Acknowledgement } from '../../shared/wire/down.ts';
import type { OutboxStore } from './outbox-store.ts';
import { emptyOutbox, enqueue, settle, verdictOn, type Outbox, type Pending } from './outbox.ts';
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
  /** Forgets what is unanswered and goes on under a new name. */
  readonly renew: () => void;
};

export type SenderOptions<Intent> = {
  readonly store: OutboxStore<Intent>;
  readonly replaces: (older: Intent, newer: Intent) => boolean;
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
      change(settle(outbox, pending.seq));
      if (verdict.kind === 'refused') options.onrefused(pending.intent, verdict.refusal);
    });
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
    renew: () => change(emptyOutbox(options.page.newInstance())),
  };
}
