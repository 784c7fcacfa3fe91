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

  it.each([
    [5, 'one server'],
    [10, 'three servers'],
  ])('is the same class again with the same seed (%i, %s), step by step', async (seed) => {
    const [one, other] = [await play({ seed, traced: true }), await play({ seed, traced: true })];
    expect(one).toEqual(other);
    expect(one.trace.length).toBeGreaterThan(150);
    expect((await play({ seed: seed + 1, traced: true })).trace).not.toEqual(one.trace);
  });
});
