import { describe, expect, it } from 'vitest';
import { createBucket, createBuckets } from '../../../server/net/bucket.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';

describe('the measure of haste', () => {
  it('lets a burst through and then says how long to wait', () => {
    const clock = createFakeClock();
    const bucket = createBucket({ perSecond: 5, burst: 10 }, clock);
    const waits = Array.from({ length: 12 }, () => bucket.take());
    expect(waits.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 0));
    expect(waits.slice(10)).toEqual([200, 200]);
  });

  it('lets the next one through after exactly that wait', () => {
    const clock = createFakeClock();
    const bucket = createBucket({ perSecond: 5, burst: 1 }, clock);
    bucket.take();
    const waitMs = bucket.take();
    clock.advance(waitMs - 1);
    expect(bucket.take()).toBeGreaterThan(0);
    clock.advance(1);
    expect(bucket.take()).toBe(0);
  });

  it('gives one back that should not have counted, and never more than there were', () => {
    const bucket = createBucket({ perSecond: 1, burst: 2 }, createFakeClock());
    bucket.giveBack();
    const takes = [bucket.take(), bucket.take(), bucket.take() > 0];
    bucket.giveBack();
    expect([...takes, bucket.take(), bucket.take() > 0]).toEqual([0, 0, true, 0, true]);
  });

  it('holds one student back without the others', () => {
    const buckets = createBuckets<number>({ perSecond: 1, burst: 1 }, createFakeClock());
    expect([buckets.take(1), buckets.take(1) > 0, buckets.take(2)]).toEqual([0, true, 0]);
  });

  it('forgets who has been quiet, and nobody else', () => {
    const clock = createFakeClock();
    const buckets = createBuckets<number>({ perSecond: 1, burst: 1 }, clock);
    buckets.take(1);
    buckets.forgetFull();
    expect(buckets.take(1)).toBeGreaterThan(0);
    clock.advance(1_000);
    buckets.forgetFull();
    expect(buckets.take(1)).toBe(0);
  });
});
