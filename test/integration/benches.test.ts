import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { benchAck } from '../../scripts/bench/ack.ts';
import { benchClasses } from '../../scripts/bench/classes.ts';
import { benchFanout } from '../../scripts/bench/fanout.ts';

type Line = Readonly<Record<string, string | number>>;

/**
 * Sizes at which nothing is proven but that they run: what they measure at their own is in docs/scale.md. Those that kill
 * servers are run by hand; what they judge by is tested with the faults.
 */
describe('the benches under load', () => {
  const lines = new Map<string, Line>();
  const lineOf = (bench: string): Line => lines.get(bench) ?? {};

  // All at once: nobody reads their times here.
  beforeAll(async () => {
    const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    await Promise.all([
      benchFanout(true, { students: [3], steps: 1 }),
      benchAck(true, { students: 3, bursts: 1, warmUp: 0 }),
      benchClasses(true, { classes: 2, students: 2, rounds: 1, roundMs: 100 }),
    ]);
    for (const [text] of printed.mock.calls) {
      const line = JSON.parse(String(text)) as Line;
      lines.set(String(line['bench']), line);
    }
  });
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it('set the fan-out of a step beside raw sockets', () => {
    const line = lineOf('fanout');
    expect(line).toMatchObject({ students: 3, steps: 1, load: expect.any(Number) });
    for (const field of [
      'cpuRatio',
      'p99Ratio',
      'byHandCpuRatio',
      'byHandP99Ratio',
      'bytesPerStudentAndRound',
    ])
      expect(line[field], field).toBeGreaterThan(0);
  });

  it('time the ticks of a burst, with a disk and without', () => {
    const line = lineOf('ack');
    expect(line).toMatchObject({ students: 3, load: expect.any(Number) });
    for (const field of ['p50Ms', 'p99Ms', 'noDiskRatio']) expect(line[field], field).toBeGreaterThan(0);
  });

  it('play many classes on one server', () => {
    const line = lineOf('classes');
    expect(line).toMatchObject({ classes: 2, students: 4, load: expect.any(Number) });
    for (const field of ['cpuPercent', 'p99Ms', 'kilobytesPerStudent'])
      expect(line[field], field).toBeGreaterThan(0);
  });
});
