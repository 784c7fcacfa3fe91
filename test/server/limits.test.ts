import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INTAKE } from '../../server/limits.ts';

const SOURCES = readdirSync('server', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && name !== 'limits.ts')
  .map((name) => readFileSync(join('server', name), 'utf8'));

type Bound = Readonly<Record<string, number>>;
const ROWS = Object.entries(INTAKE).flatMap(([what, row]) =>
  Object.entries<Bound>(row).map(([by, bound]) => ({ what, by, bound })),
);

/** Every bound by the name that the code calls it by: a rate as a whole, everything else one by one. */
const NAMES = ROWS.flatMap(({ what, by, bound }) => {
  const others = Object.keys(bound).filter((name) => name !== 'perSecond' && name !== 'burst');
  const row = `INTAKE.${what}.${by}`;
  return [...('burst' in bound ? [row] : []), ...others.map((name) => `${row}.${name}`)];
});

describe('the table of limits', () => {
  it.each(NAMES)('holds nothing that is not enforced: %s', (name) => {
    const [, what, by, field] = name.split('.');
    const whole = new RegExp(
      `INTAKE\\.${what}\\.${by}\\b${field === undefined ? '' : `\\.${field}\\b`}`,
      'u',
    );
    // `const { perSocket } = INTAKE.packet` names the rest later.
    const taken = new RegExp(`\\{ ${by} \\} = INTAKE\\.${what};`, 'u');
    const inside = new RegExp(field === undefined ? `\\(${by},` : `${by}\\.${field}\\b`, 'u');
    const isUsed = SOURCES.some((text) => whole.test(text) || (taken.test(text) && inside.test(text)));
    expect(isUsed).toBe(true);
  });

  it('is where every pace comes from', () => {
    const paces = SOURCES.flatMap((text) => [...text.matchAll(/createBuckets?(?:<\w+>)?\(\s*([^,)]+),/gu)])
      .map(([, pace]) => pace ?? '')
      .filter((pace) => !pace.startsWith('rate'));
    expect(paces.length).toBeGreaterThan(10);
    expect(paces.filter((pace) => !pace.startsWith('INTAKE.') && pace !== 'perSocket')).toEqual([]);
  });

  it('bounds the connections of strangers by what may come while they are given time', () => {
    const { perSecond, burst, tokenWithinMs } = INTAKE.connection.perAddress;
    expect(burst + (perSecond * tokenWithinMs) / 1_000).toBe(1_500);
  });

  it('is the one that people are shown', () => {
    const shown = [
      ...readFileSync('SECURITY.md', 'utf8').matchAll(/^\| `(\w+)` +\| per (\w+) +\| (.+?) +\|/gmu),
    ];
    expect(shown.map(([, what, by, most]) => `${what} per ${by}: ${most}`)).toEqual(
      ROWS.map(
        ({ what, by, bound }) => `${what} ${by.replace('per', 'per ').toLowerCase()}: ${inWords(bound)}`,
      ),
    );
  });
});

function inWords({ perSecond, burst, ...others }: Bound): string {
  const rate = perSecond === undefined ? [] : [paceInWords(perSecond), `${burst} at once`];
  return [...rate, ...Object.entries(others).map(([name, value]) => otherInWords(name, value))].join(', ');
}

function paceInWords(perSecond: number): string {
  if (perSecond >= 1) return `${perSecond} a second`;
  const perMinute = Math.round(perSecond * 60 * 1e6) / 1e6;
  return perMinute >= 1 ? `${perMinute} a minute` : `${Math.round(perSecond * 3_600)} an hour`;
}

function otherInWords(name: string, value: number): string {
  const plain = name
    .replace(/(?:Bytes|Ms)(Most)?$/u, '')
    .replace(/^(?:bytes|ms)?Most$|Most$/u, '')
    .replace(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`);
  const amount = /bytes/iu.test(name)
    ? `${value / 1_024} KiB`
    : /Ms(?:Most)?$/u.test(name)
      ? `${value / 1_000} s`
      : String(value);
  return [plain.replace(/^bytes$/u, ''), amount].filter((word) => word !== '').join(' ');
}
