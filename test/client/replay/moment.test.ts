import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoment, writeMoment, type Moment } from '../../../client/replay/moment.ts';

const seat = fc.integer({ min: 1, max: 1_000 });
const moments: fc.Arbitrary<Moment> = fc.record({
  version: fc.option(fc.integer({ min: 1, max: 2_000_000 })),
  viewer: fc.oneof(
    fc.constantFrom({ kind: 'overview' as const }, { kind: 'screen' as const }, { kind: 'teacher' as const }),
    seat.map((number) => ({ kind: 'seat' as const, seat: number })),
  ),
  followed: fc.option(
    fc.oneof(
      fc.integer({ min: 0, max: 500 }).map((parameter) => ({ kind: 'weight' as const, parameter })),
      seat.map((number) => ({ kind: 'seat' as const, seat: number })),
    ),
  ),
});

describe('a link to a moment', () => {
  it('leads to the moment it was made of', () => {
    fc.assert(
      fc.property(moments, (moment) => {
        expect(readMoment(writeMoment(moment, ''))).toEqual(moment);
      }),
    );
  });

  it('says what the class agreed on: version, viewer, and what is followed', () => {
    const moment: Moment = {
      version: 412,
      viewer: { kind: 'seat', seat: 7 },
      followed: { kind: 'weight', parameter: 3 },
    };
    expect(writeMoment(moment, '')).toBe('?at=412&as=seat-7&follow=weight-3');
  });

  it('keeps what else the address said', () => {
    const moment: Moment = { version: 5, viewer: { kind: 'overview' }, followed: null };
    expect(writeMoment(moment, '?lang=en&as=screen')).toBe('?lang=en&at=5');
  });

  it('leads to the beginning where it makes no sense', () => {
    const nothing: Moment = { version: null, viewer: { kind: 'overview' }, followed: null };
    for (const search of [
      '',
      '?at=-3',
      '?at=1e9',
      '?at=0',
      '?as=seat-0',
      '?as=boss',
      '?follow=weight-x',
      '?at=',
    ]) {
      expect(readMoment(search), search).toEqual(nothing);
    }
  });
});
