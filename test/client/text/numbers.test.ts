import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNumbers } from '../../../client/text/numbers.ts';
import { plural } from '../../../client/text/plural.ts';

const es = createNumbers('es');
const en = createNumbers('en');

describe('figures', () => {
  it('have a comma in Spanish and a point in English, always with the same decimals', () => {
    expect([es.figure(0.384, 3), en.figure(0.384, 3)]).toEqual(['0,384', '0.384']);
    expect([es.figure(1.1, 2), en.figure(2, 2)]).toEqual(['1,10', '2.00']);
  });

  it('have a real minus sign, not a hyphen', () => {
    expect(es.figure(-1.3, 2)).toBe('−1,30');
    expect(en.signed(-0.005, 3)).toBe('−0.005');
  });

  it('say which way a change goes, and give no sign to nothing', () => {
    expect([es.signed(0.006, 3), es.signed(-0.005, 3), es.signed(0, 3)]).toEqual([
      '+0,006',
      '−0,005',
      '0,000',
    ]);
    expect([es.figure(-0.0004, 3), es.signed(-0.0004, 3), es.signed(0.0004, 3)]).toEqual([
      '0,000',
      '0,000',
      '0,000',
    ]);
    expect(en.figure(-0, 1)).toBe('0.0');
  });

  it('never show a hyphen or a signed zero, whatever the number', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, min: -1e6, max: 1e6 }),
        fc.integer({ min: 0, max: 4 }),
        (value, decimals) => {
          for (const numbers of [es, en]) {
            for (const text of [numbers.figure(value, decimals), numbers.signed(value, decimals)]) {
              expect(text).not.toContain('-');
              expect(text).not.toMatch(/^[−+]0*[.,]?0*$/u);
            }
          }
        },
      ),
    );
  });

  it('write shares as each language does', () => {
    expect(es.percent(0.93).replace(/\s/u, ' ')).toBe('93 %');
    expect(en.percent(0.93)).toBe('93%');
    expect([es.count(28), en.count(1200)]).toEqual(['28', '1,200']);
  });
});

describe('a plural', () => {
  it('is for none and for many, a singular for one', () => {
    expect([0, 1, 2].map((count) => plural(count, 'ronda', 'rondas'))).toEqual(['rondas', 'ronda', 'rondas']);
  });
});
