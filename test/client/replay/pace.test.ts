import { describe, expect, it } from 'vitest';
import { gapMs, playOn, playsPhases } from '../../../client/replay/pace.ts';
import type { RecordedEvent, Recording } from '../../../shared/recording/recording.ts';

/** A recording of which nothing matters but when its events happened. */
function happeningAt(...times: readonly number[]): Pick<Recording, 'header' | 'events'> {
  const events = times.map((atMs, index): RecordedEvent => ({
    version: index + 1,
    epoch: 1,
    atMs,
    event: { type: 'teacher-came' },
  }));
  return {
    header: { events: events.length } as Recording['header'], // all that playing looks at
    events: (from, to) => events.slice(from - 1, to),
  };
}

describe('the pace of a replay', () => {
  it('is the class’s own', () => {
    const recording = happeningAt(0, 400, 1_000);
    expect(playOn({ version: 1, waitedMs: 0 }, 399, recording)).toEqual({ version: 1, waitedMs: 399 });
    expect(playOn({ version: 1, waitedMs: 399 }, 1, recording)).toEqual({ version: 2, waitedMs: 0 });
    expect(playOn({ version: 1, waitedMs: 0 }, 1_100, recording)).toEqual({ version: 3, waitedMs: 100 });
  });

  it('plays at once what happened at once', () => {
    const recording = happeningAt(0, 100, 100, 100, 900);
    expect(playOn({ version: 1, waitedMs: 0 }, 100, recording).version).toBe(4);
  });

  it('shortens the minutes in which a class only thought', () => {
    expect(gapMs({ atMs: 0 }, { atMs: 240_000 })).toBe(3_000);
    expect(playOn({ version: 1, waitedMs: 0 }, 3_000, happeningAt(0, 240_000)).version).toBe(2);
  });

  it('goes on when the server’s clock was set back', () => {
    expect(gapMs({ atMs: 5_000 }, { atMs: 1_000 })).toBe(0);
  });

  it('stops at the last event', () => {
    expect(playOn({ version: 2, waitedMs: 0 }, 60_000, happeningAt(0, 1)).version).toBe(2);
  });

  it('plays phases beat by beat only as long as an eye can follow', () => {
    expect(playsPhases(0.25)).toBe(true);
    expect(playsPhases(2)).toBe(true);
    expect(playsPhases(5)).toBe(false);
  });
});
