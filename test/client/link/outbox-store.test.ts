// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { createOutboxStore } from '../../../client/link/outbox-store.ts';
import { enqueue } from '../../../client/link/outbox.ts';

const KEY = 'descenso-outbox-student-KM47RX';
const open = (storage: Storage | null = sessionStorage) => createOutboxStore<string>(storage, KEY);
const never = (): boolean => false;

beforeEach(() => sessionStorage.clear());

describe('an outbox and the life of its tab', () => {
  it('survives a reload with its name, its numbers and what was unanswered', () => {
    const first = open();
    first.write(enqueue(first.claim(), 'raise', never).outbox);
    first.release();
    const after = open().claim();
    expect(after).toEqual({
      instance: first.claim().instance,
      nextSeq: 2,
      pending: [{ seq: 1, intent: 'raise' }],
      kept: [],
    });
  });

  it('is not shared with a duplicated tab, which copies the storage of a page still in use', () => {
    const first = open();
    first.write(enqueue(first.claim(), 'raise', never).outbox);
    const copy = open().claim();
    expect(copy.pending).toEqual([]);
    expect(copy.instance).not.toBe(first.claim().instance);
  });

  it('is taken up again after the phone put a sleeping page away, unless the page came back before', () => {
    const first = open();
    first.release();
    first.write(enqueue(first.claim(), 'raise', never).outbox);
    expect(open().claim().pending).toHaveLength(1);
    first.hold();
    expect(open().claim().pending).toHaveLength(0);
  });

  it('names pages with characters the server takes', () => {
    expect(open().claim().instance).toMatch(/^[A-Za-z0-9_-]{8,32}$/u);
  });

  it('remembers over a reload what was acknowledged, and misses nothing of a page of before', () => {
    const first = open();
    const kept = [{ seq: 1, intent: 'raise', epoch: 2, version: 7 }];
    first.write({ ...first.claim(), kept });
    first.release();
    expect(open().claim().kept).toEqual(kept);
    const older = {
      instance: 'page-of-before',
      nextSeq: 4,
      pending: [{ seq: 3, intent: 'lower' }],
      inUse: false,
    };
    sessionStorage.setItem(KEY, JSON.stringify(older));
    expect(open().claim()).toMatchObject({ pending: older.pending, kept: [] });
  });

  it('counts its connections on over a reload, and past whoever counted in the same tab meanwhile', () => {
    const first = open();
    expect([first.nextDial(), first.nextDial()]).toEqual([1, 2]);
    first.release();
    const after = open();
    expect([after.nextDial(), after.nextDial()]).toEqual([3, 4]);
    expect(first.nextDial()).toBe(5);
    expect(open(null).nextDial()).toBe(1);
  });

  it.each(['not json', '{"instance":1}', 'null', '[]'])('starts anew from storage that says %s', (text) => {
    sessionStorage.setItem(KEY, text);
    expect(open().claim().pending).toEqual([]);
  });

  it('works without any storage, as in some private modes', () => {
    const store = open(null);
    store.write(enqueue(store.claim(), 'raise', never).outbox);
    expect(store.claim().nextSeq).toBe(2);
  });
});
