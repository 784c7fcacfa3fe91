import { describe, expect, it } from 'vitest';
import { nextAttempt, waitMs } from '../../../client/link/attempts.ts';
import { hearing, isFinal } from '../../../client/link/status.ts';

describe('coming back after the access point restarted', () => {
  it('waits between 300 ms and a second, half of it by chance', () => {
    for (let failures = 1; failures < 12; failures++) {
      expect(waitMs(failures, 'lost', 0)).toBeGreaterThanOrEqual(300);
      expect(waitMs(failures, 'lost', 0.999)).toBeLessThanOrEqual(1_000);
      expect(waitMs(failures, 'lost', 1)).toBeCloseTo(2 * waitMs(failures, 'lost', 0));
    }
  });

  it('tries WebSocket first, then polling', () => {
    expect(nextAttempt(0).transports).toEqual(['websocket']);
    expect(nextAttempt(1).transports[0]).toBe('polling');
    expect(nextAttempt(2).transports).toEqual(['websocket']);
  });

  it('reaches a class behind a proxy that swallows WebSocket within 6 s', () => {
    expect(nextAttempt(0).timeoutMs + waitMs(1, 'timed-out', 1)).toBeLessThan(4_000);
  });

  it('waits longer when the server is overrun', () => {
    expect(waitMs(1, 'slow-down', 0)).toBeGreaterThanOrEqual(5_000);
  });
});

describe('silence', () => {
  it.each([
    [0, 'fresh'],
    [2_400, 'fresh'],
    [4_000, 'quiet'],
    [6_000, 'silent'],
    [8_999, 'silent'],
    [9_000, 'dead'],
  ])('after %i ms is %s', (ms, expected) => {
    expect(hearing(ms)).toBe(expected);
  });
});

describe('being let go', () => {
  it('is final when somebody else has the seat, and passes when the server restarts', () => {
    expect(isFinal('opened-elsewhere')).toBe(true);
    expect(isFinal('removed')).toBe(true);
    expect(isFinal('restarting')).toBe(false);
    expect(isFinal('slow-down')).toBe(false);
  });
});
