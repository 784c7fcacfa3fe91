import { expect, it } from 'vitest';
import { BACK_OFF, nextWaitMs } from '../../scripts/lib/back-off.mjs';

it('a class does not wait for a server that died once after it had run for long', () => {
  expect(nextWaitMs(0, 60_000)).toBe(0);
});

it('a server that keeps dying is started less and less often, and at least every 5 s', () => {
  const waits = [];
  let waitMs = 0;
  for (let death = 0; death < 7; death++) waits.push((waitMs = nextWaitMs(waitMs, 100)));
  expect(waits).toEqual([300, 600, 1_200, 2_400, 4_800, 5_000, 5_000]);
});

it('a server that ran steadily in between is forgiven its earlier deaths', () => {
  expect(nextWaitMs(5_000, BACK_OFF.steadyAfterMs)).toBe(0);
});
