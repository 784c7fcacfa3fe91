import { describe, expect, it } from 'vitest';
import { play } from './play.ts';
import { describeTally, playSeeds, seedsToPlay } from './seeds.ts';

describe('a simulated class in which everything goes wrong', () => {
  it('keeps every promise, whatever the seed', { timeout: 240_000 }, async () => {
    const tally = await playSeeds(seedsToPlay(1, 300), 3);
    expect(tally.failures, describeTally(tally)).toEqual([]);
    // A class that never came to play would keep every promise too.
    expect(tally.events).toBeGreaterThan(30 * tally.played);
  });

  it('is the same class again with the same seed, step by step', async () => {
    const [one, other] = [await play({ seed: 5, traced: true }), await play({ seed: 5, traced: true })];
    expect(one).toEqual(other);
    expect(one.trace.length).toBeGreaterThan(200);
    expect((await play({ seed: 6, traced: true })).trace).not.toEqual(one.trace);
  });
});
