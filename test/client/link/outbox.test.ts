import { describe, expect, it } from 'vitest';
import { emptyOutbox, enqueue, settle, verdictOn, type Outbox } from '../../../client/link/outbox.ts';

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

describe('an answer to an intent', () => {
  it('accepts what is on disk', () => {
    expect(verdictOn({ ok: true, epoch: 1, version: 4 })).toEqual({ kind: 'accepted' });
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
