import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Owners } from '../../../shared/session/events.ts';
import { seatNumber, type SeatNumber } from '../../../shared/session/ids.ts';
import { assignOwners, exchange, movedParameters } from '../../../shared/session/ownership.ts';

const seatsTo = (count: number): readonly SeatNumber[] =>
  Array.from({ length: count }, (_, index) => seatNumber(index + 1));
const nobody = (parameterCount: number): Owners => Array.from({ length: parameterCount }, () => []);
const loads = (owners: Owners, seats: readonly SeatNumber[]): readonly number[] =>
  seats.map((seat) => owners.filter((own) => own.includes(seat)).length);

const someSeats = (most: number) =>
  fc
    .uniqueArray(fc.integer({ min: 1, max: most }), { minLength: 1, maxLength: most })
    .map((all) => all.map(seatNumber));

describe('who owns which weight', () => {
  it('gives every parameter to somebody and no student more than one above another, from 1 to 1,000 seats', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 1000 }),
        (parameterCount, count) => {
          const seats = seatsTo(count);
          const rules = { parameterCount, parametersPerSeat: parameterCount };
          const owners = assignOwners(nobody(parameterCount), seats, rules);
          const held = loads(owners, seats);
          expect(owners).toHaveLength(parameterCount);
          expect(owners.every((own) => own.length >= 1)).toBe(true);
          expect(Math.max(...held) - Math.min(...held)).toBeLessThanOrEqual(1);
          const sharing = owners.map((own) => own.length);
          expect(Math.max(...sharing) - Math.min(...sharing)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves to the caretaker what would be too much for a small class', () => {
    const seats = seatsTo(3);
    const owners = assignOwners(nobody(17), seats, { parameterCount: 17, parametersPerSeat: 4 });
    expect(loads(owners, seats)).toEqual([4, 4, 4]);
    expect(owners.filter((own) => own.length === 0)).toHaveLength(5);
  });

  it('stays as it is when nobody comes or goes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), someSeats(60), (parameterCount, seats) => {
        const rules = { parameterCount, parametersPerSeat: 5 };
        const once = assignOwners(nobody(parameterCount), seats, rules);
        expect(assignOwners(once, [...seats].reverse(), rules)).toEqual(once);
      }),
    );
  });

  it('moves no more parameters than the fairest new deal needs when the class changes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        someSeats(5),
        someSeats(5),
        (parameterCount, before, after) => {
          const rules = { parameterCount, parametersPerSeat: parameterCount };
          const owners = assignOwners(nobody(parameterCount), before, rules);
          const dealt = assignOwners(owners, after, rules);
          expect(movedParameters(owners, dealt)).toBe(fewestMoves(owners, after, parameterCount));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('exchanges two seats without changing how much anybody holds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(),
        fc.nat(),
        (parameterCount, count, which, who) => {
          const seats = seatsTo(count);
          const owners = assignOwners(nobody(parameterCount), seats, {
            parameterCount,
            parametersPerSeat: 20,
          });
          const seat = seatNumber((who % count) + 1);
          const parameter = which % parameterCount;
          const after = exchange(owners, parameter, seat);
          expect(after[parameter]).toContain(seat);
          expect(loads(after, seats)).toEqual(loads(owners, seats));
        },
      ),
    );
  });
});

/** The least number of new (seat, parameter) pairs over every fair deal there is: tried one by one. */
function fewestMoves(before: Owners, seats: readonly SeatNumber[], parameterCount: number): number {
  let fewest = Infinity;
  for (const deal of fairDeals(seats, parameterCount))
    fewest = Math.min(fewest, movedParameters(before, deal));
  return fewest;
}

function* fairDeals(seats: readonly SeatNumber[], parameterCount: number): Generator<Owners> {
  const oneOwnerEach = seats.length <= parameterCount;
  const hands = oneOwnerEach ? parameterCount : seats.length;
  const choices = oneOwnerEach ? seats.length : parameterCount;
  for (let code = 0; code < choices ** hands; code++) {
    const picks = Array.from({ length: hands }, (_, hand) => Math.floor(code / choices ** hand) % choices);
    const counts = Array.from(
      { length: choices },
      (_, choice) => picks.filter((pick) => pick === choice).length,
    );
    if (Math.max(...counts) - Math.min(...counts) > 1) continue;
    yield oneOwnerEach
      ? picks.map((pick) => seats.filter((_, index) => index === pick))
      : Array.from({ length: parameterCount }, (_, parameter) =>
          seats.filter((_, index) => picks[index] === parameter),
        );
  }
}
