import { expect, it } from 'vitest';
import { createDials } from '../../../server/room/dials.ts';
import { seatNumber } from '../../../shared/session/ids.ts';
import { LIMITS } from '../../../shared/session/limits.ts';

const of = (instance: string, dial: number, seat = 1) =>
  ({ role: 'student', seat: seatNumber(seat), instance, dial }) as const;

it('knows the latest connection of each of a seat’s last pages, and no more of them than are worth it', () => {
  const { come } = createDials();
  expect([come(of('first', 2)), come(of('first', 2)), come(of('first', 1)), come(of('first', 3))]).toEqual([
    true,
    true,
    false,
    true,
  ]);
  expect(come(of('first', 1, 2))).toBe(true);
  for (let page = 1; page < LIMITS.pagesRemembered; page++) come(of(`page ${page}`, 1));
  expect(come(of('first', 2))).toBe(false);
  for (let page = 0; page < LIMITS.pagesRemembered; page++) come(of(`other page ${page}`, 1));
  expect(come(of('first', 2))).toBe(true);
});
