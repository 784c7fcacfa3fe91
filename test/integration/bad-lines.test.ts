import { describe, expect, it } from 'vitest';
import { playOnBadLines } from '../faults/bad-line.ts';
import { soakInKills } from '../faults/kill-soak.ts';
import { quantile } from '../../scripts/lib/figures.ts';

/** Samples; all of them are `npm run faults -- lines` and `npm run faults -- kills`. */
describe('the promise, held against the journal and what every phone shows', () => {
  it('survives lines that break at any byte of an acknowledgement, and lines that are slow (C5, C6)', async () => {
    // Nothing of the answer, its first byte, within its head, within its text, and after it.
    const cutAfterBytes = [0, 1, 2, 5, 12, 25, 40, 48, 60, 90];
    const { broken, tickMs } = await playOnBadLines({ cutAfterBytes, slowRounds: 2 });
    expect(broken).toEqual([]);
    expect(tickMs).toHaveLength(20);
    expect(quantile(tickMs, 0.5)).toBeGreaterThan(390);
    expect(quantile(tickMs, 0.5)).toBeLessThan(1_500);
  });

  it('survives a server that is killed at any moment of a round (S1, T19)', async () => {
    const { broken, acknowledged, roundLostMs } = await soakInKills({
      kills: 2,
      students: 30,
      seed: 'sample',
    });
    expect(broken).toEqual([]);
    expect(acknowledged).toBe(60);
    expect(Math.max(...roundLostMs)).toBeLessThan(1_100);
  });
});
