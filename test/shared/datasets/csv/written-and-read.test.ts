import {
  array,
  assert,
  boolean,
  constantFrom,
  double,
  integer,
  property,
  record,
  string,
  tuple,
  uint8Array,
  type Arbitrary,
} from 'fast-check';
import { expect, it } from 'vitest';
import { readCsv } from '../../../../shared/datasets/csv/read-csv.ts';
import { CUSTOM_LIMITS } from '../../../../shared/datasets/custom.ts';
import { bytesOf, fileOf, type Written } from './files.ts';

/** Numbers as spreadsheets hold them: some decimals, no more digits than a double keeps. */
const number = double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Number(value.toPrecision(6)) + 0);
/** Words with all that has a meaning in a CSV file, and with letters beyond ASCII. */
const word = string({ unit: constantFrom(...'abñé€ ,;|\t"\'=-+.:/'), maxLength: 12 }).map((letters) =>
  `w${letters.replaceAll(/\s+/gu, ' ')}`.trim(),
);

const written: Arbitrary<Written> = record({
  separator: constantFrom(',', ';', '\t', '|'),
  decimalSign: constantFrom('.', ','),
  lineEnd: constantFrom('\n', '\r\n', '\r'),
  encoding: constantFrom('utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'),
  quotes: boolean(),
});

const table = tuple(
  integer({ min: CUSTOM_LIMITS.featuresLeast, max: CUSTOM_LIMITS.featuresMost }),
  integer({ min: CUSTOM_LIMITS.classesLeast, max: CUSTOM_LIMITS.classesMost }),
).chain(([features, classes]) =>
  record({
    featureNames: array(word, { minLength: features, maxLength: features }),
    classNames: array(word, { minLength: classes, maxLength: classes }).map((names) =>
      names.map((name, index) => `${name}${index}`),
    ),
    values: array(array(number, { minLength: features, maxLength: features }), {
      minLength: classes * 10,
      maxLength: 60,
    }).filter(
      (rows) => rows[0]?.every((_, column) => new Set(rows.map((row) => row[column])).size > 1) === true,
    ),
    hasHeader: boolean(),
    labelFirst: boolean(),
  }),
);

it('what a spreadsheet writes comes back, however it writes it', () => {
  assert(
    property(table, written, ({ featureNames, classNames, values, hasHeader, labelFirst }, how) => {
      const labels = values.map((_, index) => classNames[index % classNames.length] ?? '');
      const inOrder = <Cell>(numbers: readonly Cell[], label: Cell): readonly Cell[] =>
        labelFirst ? [label, ...numbers] : [...numbers, label];
      const rows = values.map((row, index) => inOrder<string | number>(row, labels[index] ?? ''));
      const file = fileOf([...(hasHeader ? [inOrder(featureNames, 'label')] : []), ...rows], how);
      const reading = readCsv(file, labelFirst ? { labelColumn: 0 } : {});
      expect(reading).toMatchObject({
        ok: true,
        format: expect.objectContaining({ separator: how.separator, hasHeader }),
        table: {
          featureNames: hasHeader ? featureNames : featureNames.map(() => ''),
          classNames,
          rows: values.map((row, index) => [...row, index % classNames.length]),
        },
      });
    }),
    { numRuns: 300 },
  );
});

it('whatever the bytes are, there is an answer', () => {
  assert(
    property(uint8Array({ maxLength: 3000 }), (bytes) => {
      const reading = readCsv(bytes);
      if (!reading.ok) expect(reading.problems.length).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

it('whatever the text is, there is an answer, and every problem within the file has its line', () => {
  const piece = constantFrom(
    '1',
    '2.5',
    '3,5',
    'cat',
    'dog',
    ',',
    ';',
    '\n',
    '\n',
    '"',
    '=A1',
    ' ',
    '1e308',
    '\t',
  );
  assert(
    property(array(piece, { maxLength: 400 }), (pieces) => {
      const text = pieces.join('');
      const reading = readCsv(bytesOf(text));
      if (reading.ok) return;
      expect(reading.problems.length).toBeGreaterThan(0);
      for (const problem of reading.problems) {
        if ('line' in problem) expect(text.split('\n').length).toBeGreaterThanOrEqual(problem.line);
      }
    }),
    { numRuns: 1000 },
  );
});
