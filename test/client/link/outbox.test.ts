import { describe, expect, it } from 'vitest';
import {
  emptyOutbox,
  enqueue,
  keep,
  offerAgain,
  settle,
  unseen,
  verdictOn,
  type Outbox,
} from '../../../client/link/outbox.ts';

const never = (): boolean => false;
const filled = (...intents: readonly string[]): Outbox<string> =>
  intents.reduce<Outbox<string>>(
    (outbox, intent) => enqueue(outbox, intent, never).outbox,
    emptyOutbox('page-one'),
  );

describe('what a phone has asked for and not been answered', () => {
  it('numbers intents from one and never gives a number twice', () => {
    const outbox = settle(filled('raise', 'lower'), 2);
    const { added } = enqueue(outbox, 'leave', never);
    expect(added).toEqual({ seq: 3, intent: 'leave' });
  });

  it('forgets an intent once it is answered, and only that one', () => {
    expect(settle(filled('raise', 'lower'), 1).pending).toEqual([{ seq: 2, intent: 'lower' }]);
    expect(settle(filled('raise'), 7)).toEqual(filled('raise'));
  });

  it('sends only the last of several answers to the same question', () => {
    const { outbox } = enqueue(filled('raise', 'rename'), 'lower', (older) => older === 'raise');
    expect(outbox.pending).toEqual([
      { seq: 2, intent: 'rename' },
      { seq: 3, intent: 'lower' },
    ]);
  });
});

describe('what a phone was told is done', () => {
  const sameWord = (older: string, newer: string): boolean => older[0] === newer[0];
  const NEXT = { epoch: 3, version: 1 };
  const kept = (): Outbox<string> =>
    keep(filled('raise'), { seq: 1, intent: 'raise' }, { epoch: 2, version: 7 }, sameWord);

  it('waits no longer, and is shown by the phone itself until the class has shown it', () => {
    expect(kept().pending).toEqual([]);
    expect(unseen(kept(), null)).toHaveLength(1);
    expect(unseen(kept(), { epoch: 2, version: 6 })).toHaveLength(1);
    expect(unseen(kept(), { epoch: 2, version: 7 })).toEqual([]);
    expect(unseen(kept(), { epoch: 3, version: 2 })).toEqual([]);
  });

  it('gives way to a newer answer to the same', () => {
    const { outbox, added } = enqueue(kept(), 'refuse', () => false);
    const after = keep(outbox, added, { epoch: 2, version: 9 }, sameWord);
    expect(after.kept).toEqual([{ seq: 2, intent: 'refuse', epoch: 2, version: 9 }]);
  });

  it('is offered again, once, under its number, when the class is opened anew', () => {
    expect(offerAgain(kept(), { epoch: 2, version: 7 }, sameWord).offered).toEqual([]);
    expect(offerAgain(kept(), { epoch: 2, version: 6 }, sameWord).offered).toHaveLength(1);
    const again = offerAgain(kept(), NEXT, sameWord);
    expect(again.offered).toEqual([{ seq: 1, intent: 'raise' }]);
    expect(again.outbox.pending).toEqual(again.offered);
    expect(unseen(again.outbox, null)).toEqual([]);
    expect(offerAgain(again.outbox, NEXT, sameWord).offered).toEqual([]);
    const [one] = again.offered;
    if (one === undefined) throw new Error('nothing was offered');
    const answered = keep(again.outbox, one, { epoch: 3, version: 8 }, sameWord);
    expect(offerAgain(answered, { epoch: 3, version: 8 }, sameWord).offered).toEqual([]);
  });

  it('is not offered again beside a change of mind on its way', () => {
    const { outbox } = enqueue(kept(), 'refuse', () => false);
    expect(offerAgain(outbox, NEXT, sameWord).offered).toEqual([]);
  });

  it('is forgotten once it is refused, for then its time is over', () => {
    expect(settle(offerAgain(kept(), NEXT, sameWord).outbox, 1)).toMatchObject({ pending: [], kept: [] });
  });
});

describe('an answer to an intent', () => {
  it('accepts what is on disk', () => {
    expect(verdictOn({ ok: true, epoch: 1, version: 4 })).toEqual({ kind: 'accepted', epoch: 1, version: 4 });
  });

  it.each(['saving', 'store-full'] as const)('offers it again when the server is %s', (code) => {
    expect(verdictOn({ ok: false, refusal: { code } })).toEqual({ kind: 'again', afterMs: 1_000 });
  });

  it('waits as long as the server asks', () => {
    expect(verdictOn({ ok: false, refusal: { code: 'slow-down', ms: 250 } })).toEqual({
      kind: 'again',
      afterMs: 250,
    });
  });

  it('gives up when the round has had enough nudges from this seat, which no waiting changes', () => {
    expect(verdictOn({ ok: false, refusal: { code: 'slow-down' } }).kind).toBe('refused');
  });

  it('tells why anything else was not done', () => {
    const refusal = { code: 'late', ms: 600 } as const;
    expect(verdictOn({ ok: false, refusal })).toEqual({ kind: 'refused', refusal });
  });
});
