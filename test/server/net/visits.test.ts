import { describe, expect, it } from 'vitest';
import { INTAKE } from '../../../server/limits.ts';
import { createVisits } from '../../../server/net/visits.ts';
import { createFakeClock } from '../../helpers/fake-clock.ts';

/** A door whose waiting people stand in a list until the test lets them on. */
function door() {
  const clock = createFakeClock();
  const standing: { readonly ms: number; readonly goOn: () => void }[] = [];
  const wait = (ms: number) => new Promise<void>((goOn) => standing.push({ ms, goOn }));
  return { clock, standing, visits: createVisits(clock, wait) };
}

describe('coming back into a class', () => {
  it('costs a class of 1,000 no wait when all return within five seconds, twice, from one address', async () => {
    const { clock, standing, visits } = door();
    for (let crash = 0; crash < 2; crash += 1) {
      for (let seat = 1; seat <= 1_000; seat += 1) {
        clock.advance(5);
        expect(await visits.arrive({ session: 'class', seat })).toBe(true);
      }
      clock.advance(20_000);
    }
    expect(standing).toEqual([]);
  });

  it('again and again makes a seat wait, and lets it in all the same', async () => {
    const { standing, visits } = door();
    const seat = { session: 'class', seat: 1 };
    for (let visit = 0; visit < INTAKE.visit.perSeat.burst; visit += 1) await visits.arrive(seat);
    expect(standing).toEqual([]);
    const late = visits.arrive(seat);
    expect(standing.map(({ ms }) => ms)).toEqual([2_000]);
    standing[0]?.goOn();
    expect(await late).toBe(true);
    expect(await visits.arrive({ session: 'class', seat: 2 })).toBe(true);
  });

  it('with many connections at a time lets the newest in and no other', async () => {
    const { standing, visits } = door();
    const seat = { session: 'class', seat: 1 };
    for (let visit = 0; visit < INTAKE.visit.perSeat.burst; visit += 1) await visits.arrive(seat);
    const flood = Array.from({ length: 20 }, () => visits.arrive(seat));
    for (const { goOn } of standing) goOn();
    expect(await Promise.all(flood)).toEqual(Array.from({ length: 20 }, (_, index) => index === 19));
  });

  it('is paced for a class as a whole, and not for the class beside it', async () => {
    const { standing, visits } = door();
    for (let visit = 0; visit < INTAKE.visit.perSession.burst; visit += 1) {
      await visits.arrive({ session: 'class', seat: null });
    }
    void visits.arrive({ session: 'class', seat: null });
    expect(standing).toHaveLength(1);
    expect(await visits.arrive({ session: 'other', seat: null })).toBe(true);
  });
});
