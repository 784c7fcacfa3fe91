import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CLASS_SIZES, readPlayabilityOptions } from '../../../scripts/playability/options.ts';
import { playabilityPage, tableHead } from '../../../scripts/playability/page.ts';
import { playRows } from '../../../scripts/playability/play-rows.ts';
import { rowOf, type RowPlan } from '../../../scripts/playability/row.ts';
import { LESSONS } from '../../../shared/lessons/catalogue.ts';

const MEASURED = {
  reached: 0.95,
  rounds: 7,
  minutes: 8.1,
  accuracyMedian: 0.94,
  spread: { accuracyLowest: 0.9, accuracyHighest: 0.97 },
};

const PLAN: RowPlan = {
  lesson: 'pets',
  stage: 2,
  kind: 'probe',
  seats: 30,
  mixture: 'probing-20',
  seeds: 20,
};

/** A page as prettier leaves it, without what it aligns. */
function words(page: string): string {
  return page.replace(/[ -]*\|[ -]*/gu, '|').replace(/\s+/gu, ' ');
}

describe('docs/playability.md', () => {
  const page = readFileSync(new URL('../../../docs/playability.md', import.meta.url), 'utf8');

  it('was made by the script as it is: the same words, goals and columns', () => {
    const { rows } = readPlayabilityOptions([]);
    const made = playabilityPage(rows.map((plan) => rowOf(plan, MEASURED)));
    const withoutNumbers = (text: string): readonly string[] =>
      text
        .split('\n')
        .filter((line) => line !== '' && !/^\|[ -]*\|/u.test(line))
        .map((line) => words(line.startsWith('|') ? line.split('|').slice(0, 3).join('|') : line));
    expect(withoutNumbers(page)).toEqual(withoutNumbers(made));
    expect(words(page)).toContain(words(tableHead(CLASS_SIZES).split('\n')[0] ?? 'no head'));
  });

  it('tells of every lesson, and no class missed what must hold', () => {
    for (const { id } of LESSONS) expect(page).toContain(`## \`${id}\``);
    const bold = page.split('\n').filter((line) => line.startsWith('| **'));
    const shares = bold.flatMap((line) =>
      [...line.matchAll(/\*\*(\d\.\d\d),/gu)].map(([, share]) => Number(share)),
    );
    expect(shares.length).toBeGreaterThanOrEqual(LESSONS.length * CLASS_SIZES.length);
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a row', () => {
  it('has its fields in the order that is promised, and a goal only where it must hold', () => {
    const fields = ['lesson', 'stage', 'seats', 'mixture', 'seeds', 'reached', 'rounds', 'minutes'];
    expect(Object.keys(rowOf(PLAN, MEASURED)).slice(0, 10)).toEqual([...fields, 'accuracyMedian', 'goal']);
    expect(rowOf({ ...PLAN, mixture: 'copying' }, MEASURED)).not.toHaveProperty('goal');
  });

  it('of classes that are the same is played once, and told under each name', async () => {
    const plans = readPlayabilityOptions('--lesson pets --stage guess --seats 5 --seeds 1'.split(' ')).rows;
    const told: number[] = [];
    const rows = await playRows(plans, 1, (played) => told.push(played));
    expect(rows.map(({ mixture }) => mixture)).toEqual(plans.map(({ mixture }) => mixture));
    expect(told).toEqual([1, 2, 3]);
    expect(rows.filter(({ goal }) => goal).map(({ mixture }) => mixture)).toEqual(['random']);
  });
});

describe('what is asked of the script', () => {
  it('names a stage by its kind or its number, and is told when there is none', () => {
    const stages = (stage: string): readonly number[] => [
      ...new Set(
        readPlayabilityOptions(['--lesson', 'xor', '--stage', stage]).rows.map(({ stage: index }) => index),
      ),
    ];
    expect(stages('probe')).toEqual([0, 1]);
    expect(stages('2')).toEqual([1]);
    expect(() => stages('guess')).toThrow(RangeError);
  });

  it('writes the page only from the whole', () => {
    expect(() => readPlayabilityOptions(['--write', '--seeds', '3'])).toThrow('--write needs the whole');
    expect(readPlayabilityOptions(['--write']).write).toBe(true);
  });
});
