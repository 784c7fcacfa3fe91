import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startOwnServer, type OwnServer } from '../../scripts/bots/own-server.ts';
import { beside, FLOODS, type Flood, type Flooded } from '../../scripts/faults/floods.ts';
import { sendFrames } from '../../scripts/faults/frames.ts';
import { INTAKE } from '../../server/limits.ts';
import { playBesideStalled } from '../faults/stalled-class.ts';

/** A hundredth of what `npm run faults -- floods` lets loose. */
const SCALE = 0.01;
const KIB = 1_024;

let server: OwnServer;
beforeAll(async () => {
  server = await startOwnServer({ behindProxy: true });
});
afterAll(() => server.stop());

// Side by side: each mostly waits for something to time out.
describe.concurrent('a class beside which', () => {
  it('every flood breaks loose at once plays on, and whoever belongs there gets in (A01, A02, A12, A15, I2, I9, I10, I17, S13)', async () => {
    const outcomes = new Map<string, Flooded>();
    const everything: Flood = async (door, scale) => {
      await Promise.all(
        [...FLOODS].map(async ([name, flood]) => outcomes.set(name, await flood(door, scale))),
      );
      return { held: [...outcomes.values()].every(({ held }) => held), figures: {} };
    };
    const result = await beside(server, 'everything', everything, SCALE);
    for (const [name, { held, figures }] of outcomes)
      expect(held, `${name} ${JSON.stringify(figures)}`).toBe(true);
    expect(outcomes.size).toBe(FLOODS.size);
    expect(result.beside.count).toBeGreaterThan(50);
    expect([result.harm, result.complaints]).toEqual([0, []]);
  });

  it('frames come that nobody should send has a server that throws out whoever sent them, and nobody else (I1)', async () => {
    const result = await sendFrames(server, { count: 500, seed: 'sample' });
    expect(result.frames).toBe(500);
    expect(result.became.ended).toBeGreaterThan(100);
    expect(result.became.lives).toBeGreaterThan(50);
    expect(result.beside.count).toBeGreaterThan(20);
    expect([result.harm, result.complaints]).toEqual([0, []]);
  });

  it('a console stops reading lets go of it with one state unsent at most, and plays on (S12, P20)', async () => {
    const result = await playBesideStalled({ students: 4, bots: 990, who: ['teacher'], quietRounds: 0 });
    expect([result.droppedSlow, result.harm]).toEqual([1, 0]);
    const inSocket = result.stalled[0]?.inSocketBytes ?? 0;
    expect(inSocket).toBeGreaterThan(0);
    expect(inSocket).toBeLessThan(result.largestStateBytes + KIB);
    // Looked at every second while it was behind for ten, in which forty states came.
    expect(result.unsentMostBytes).toBeLessThan(result.largestStateBytes + KIB);
    expect(inSocket + result.unsentMostBytes).toBeLessThan(INTAKE.unsent.perSocket.bytesMost);
  });
});
