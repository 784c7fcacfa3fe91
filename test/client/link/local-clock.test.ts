import { describe, expect, it } from 'vitest';
import { localClock, remainingMs } from '../../../client/link/local-clock.ts';

describe("the class's clock on a phone", () => {
  it('counts down from what the server said was left, by this device’s monotonic time', () => {
    const clock = localClock({ kind: 'running', remainingMs: 20_000, totalMs: 30_000 }, 1_000);
    expect(remainingMs(clock, 1_000)).toBe(20_000);
    expect(remainingMs(clock, 6_500)).toBe(14_500);
  });

  it('never shows less than nothing, though the server counts its grace below zero', () => {
    const clock = localClock({ kind: 'running', remainingMs: -400, totalMs: 30_000 }, 1_000);
    expect(remainingMs(clock, 1_000)).toBe(0);
    expect(remainingMs(clock, 99_000)).toBe(0);
  });

  it('stands still while the class is paused', () => {
    const clock = localClock({ kind: 'paused', remainingMs: 8_000, totalMs: 20_000 }, 0);
    expect(remainingMs(clock, 600_000)).toBe(8_000);
  });

  it('shows nothing where there is no clock, or none was running when the class was paused', () => {
    expect(remainingMs(localClock({ kind: 'off' }, 5), 5)).toBeNull();
    expect(remainingMs(localClock({ kind: 'paused', remainingMs: null, totalMs: null }, 5), 5)).toBeNull();
  });
});
