import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { seatNumber } from '../../../shared/session/ids.ts';
import { SeatMap } from '../../../shared/session/seat-map.ts';

const seat = fc.integer({ min: 1, max: 2_000 }).map(seatNumber);
const writes = fc.array(fc.tuple(seat, fc.nat()), { maxLength: 200 });

it('holds what a map would hold', () => {
  fc.assert(
    fc.property(writes, (entries) => {
      const map = new Map(entries);
      const one = entries.reduce((all, [number, value]) => all.with(number, value), SeatMap.of<number>());
      const ofAll = SeatMap.of(entries);
      for (const same of [one, ofAll]) {
        expect(same.size).toBe(map.size);
        expect(new Map(same)).toEqual(map);
        expect([...same.keys()].toSorted()).toEqual([...map.keys()].toSorted());
        for (const number of [...map.keys(), seatNumber(3_000)]) {
          expect(same.get(number)).toBe(map.get(number));
          expect(same.has(number)).toBe(map.has(number));
        }
      }
    }),
  );
});

it('is never changed in place', () => {
  fc.assert(
    fc.property(writes, seat, fc.nat(), (entries, number, value) => {
      const before = SeatMap.of(entries);
      const known = [...before];
      before.with(number, value);
      expect([...before]).toEqual(known);
    }),
  );
});

it('comes in the order in which seats are dealt', () => {
  const numbers = Array.from({ length: 100 }, (_, index) => seatNumber(index + 1));
  const dealt = numbers.reduce((all, number) => all.with(number, `seat ${number}`), SeatMap.of<string>());
  expect([...dealt.keys()]).toEqual(numbers);
  expect([...dealt.with(seatNumber(7), 'another').values()][6]).toBe('another');
  const seen: string[] = [];
  dealt.forEach((value) => seen.push(value));
  expect(seen).toEqual([...dealt.values()]);
});

it('copies a few entries of a thousand', () => {
  const thousand = SeatMap.of(
    Array.from({ length: 1_000 }, (_, index) => [seatNumber(index + 1), 0] as const),
  );
  expect(thousand.copied).toBe(32 + 32);
  expect(SeatMap.of([[seatNumber(5), 0]]).copied).toBe(2);
});

it('equals another where it holds the same, and only there, for whoever compares states', () => {
  fc.assert(
    fc.property(writes, seat, fc.nat(), (entries, number, value) => {
      const one = SeatMap.of(entries);
      const same = SeatMap.of([...one]);
      expect([...same.values()]).toEqual([...one.values()]);
      expect(isDeepStrictEqual(one, same)).toBe(true);
      expect(one).toEqual(same);
      const other = one.with(number, value);
      expect(isDeepStrictEqual(one, other)).toBe(one.get(number) === value);
    }),
  );
});
