import { describe, expect, it } from 'vitest';
import { createHealth } from '../../../server/measures/health.ts';
import { judge } from '../../../server/measures/light.ts';
import type { HealthFigures } from '../../../shared/wire/health.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';

const CALM: HealthFigures = {
  eventLoopDelayMs: 3,
  answerMs: 12,
  saving: false,
  slowDropped: 0,
  standstills: 0,
  connections: 31,
  memoryMegabytes: 120,
};

describe('the traffic light', () => {
  it.each<[string, Partial<HealthFigures>, string, readonly string[]]>([
    ['a calm server', {}, 'green', []],
    ['one phone that was let go', { slowDropped: 1 }, 'green', []],
    ['several phones that were let go', { slowDropped: 3 }, 'amber', ['slow-clients']],
    ['answers after half a second', { answerMs: 500 }, 'amber', ['slow-answers']],
    ['answers that pass for lost', { answerMs: 1_500 }, 'red', ['slow-answers']],
    ['a late server', { eventLoopDelayMs: 100 }, 'amber', ['late']],
    ['a standstill a moment ago', { standstills: 1 }, 'amber', ['stood-still']],
    ['a store that does not answer', { saving: true }, 'red', ['saving']],
    ['the gravest first', { eventLoopDelayMs: 120, saving: true }, 'red', ['saving', 'late']],
  ])('%s', (_name, change, light, troubles) => {
    expect(judge({ ...CALM, ...change })).toMatchObject({ light, troubles });
  });
});

describe('whether the class is being saved', () => {
  it('is in doubt while an append waits for over a second, and after one that failed until one succeeds', () => {
    const clock = createFakeClock();
    const health = createHealth({ clock, eventLoopDelayP99Ms: () => 0 });
    const saving = (): boolean => health.figures().saving;
    const slow = health.measures.appending();
    clock.advance(900);
    const quick = health.measures.appending();
    clock.advance(200);
    expect(saving()).toBe(true);
    slow('done');
    expect(saving()).toBe(false);
    quick('broken');
    expect(saving()).toBe(true);
    health.measures.appending()('done');
    expect(saving()).toBe(false);
    health.stop();
  });
});
