import { describe, expect, it } from 'vitest';
import { readCsv, type CsvChoices, type CsvReading } from '../../../../shared/datasets/csv/read-csv.ts';
import { bytesOf, fileOf, PLAIN } from './files.ts';

type Row = readonly (string | number)[];

const FLOWERS: readonly Row[] = Array.from({ length: 24 }, (_, index) => [
  4.9 + index / 10,
  3 + (index % 5) / 5,
  index % 2 === 0 ? 'setosa' : 'virginica',
]);
const HEADER: Row = ['sepal length', 'sepal width', 'species'];

function read(rows: readonly Row[], choices?: CsvChoices): CsvReading {
  return readCsv(fileOf(rows), choices);
}

function problemsOf(reading: CsvReading): readonly unknown[] {
  return reading.ok ? [] : reading.problems;
}

/** The flowers with some rows written otherwise; lines count from 1, the header is line 1. */
function withLine(line: number, row: Row): readonly Row[] {
  return [HEADER, ...FLOWERS].map((written, index) => (index === line - 1 ? row : written));
}

describe('a teacher’s table', () => {
  it('is read with its header: columns and classes keep their words', () => {
    const reading = read([HEADER, ...FLOWERS]);
    if (!reading.ok) throw new Error('this table is whole');
    expect(reading.format).toEqual({
      encoding: 'utf-8',
      separator: ',',
      decimalSign: '.',
      hasHeader: true,
      labelColumn: 2,
      features: [0, 1],
    });
    expect(reading.table.featureNames).toEqual(['sepal length', 'sepal width']);
    expect(reading.table.classNames).toEqual(['setosa', 'virginica']);
    expect(reading.table.rows.slice(0, 2)).toEqual([
      [4.9, 3, 0],
      [5, 3.2, 1],
    ]);
  });

  it('needs no header', () => {
    const reading = read(FLOWERS);
    expect(reading).toMatchObject({
      ok: true,
      format: { hasHeader: false },
      table: { featureNames: ['', ''] },
    });
    if (reading.ok) expect(reading.table.rows).toHaveLength(24);
  });

  it('may have its labels in another column, if the teacher says so', () => {
    const first = [HEADER, ...FLOWERS].map(([x = '', y = '', label = '']) => [label, x, y]);
    expect(read(first, { labelColumn: 0 })).toMatchObject({
      ok: true,
      table: { featureNames: ['sepal length', 'sepal width'], classNames: ['setosa', 'virginica'] },
    });
  });

  it('may have numbers for labels, and for names if the teacher says it is a header', () => {
    const years = [[2019, 2020, 0], ...FLOWERS.map(([x = 0, y = 0], index) => [x, y, index % 2])];
    expect(read(years)).toMatchObject({ ok: true, format: { hasHeader: false } });
    expect(read(years, { hasHeader: true })).toMatchObject({
      ok: true,
      table: { featureNames: ['2019', '2020'], classNames: ['0', '1'] },
    });
  });

  it('is cut at the separator, not at the decimal commas', () => {
    const written = { ...PLAIN, separator: ';', decimalSign: ',' } as const;
    const reading = readCsv(fileOf([HEADER, ...FLOWERS], written));
    expect(reading).toMatchObject({ ok: true, format: { separator: ';', decimalSign: ',' } });
    if (reading.ok) expect(reading.table.rows[0]).toEqual([4.9, 3, 0]);
  });

  it('may say its separator as spreadsheets do, and leave columns and lines empty', () => {
    const rows = FLOWERS.map(([x, y, label]) => `${x}|${y}|${label}||`);
    const text = ['sep=|', 'a|b|c||', '||||', ...rows.slice(0, 12), '', ...rows.slice(12), '||||', ''].join(
      '\n',
    );
    const reading = readCsv(bytesOf(text));
    expect(reading).toMatchObject({ ok: true, format: { separator: '|', hasHeader: true } });
    if (reading.ok) expect(reading.table.rows).toHaveLength(24);
  });

  it.each([
    ['utf-8', 'utf-8'],
    ['utf-8-bom', 'utf-8'],
    ['utf-16le', 'utf-16le'],
    ['utf-16be', 'utf-16be'],
    ['windows-1252', 'windows-1252'],
  ] as const)('is read from %s', (encoding, found) => {
    const spanish = [['tamaño (€)', 'año', 'niñez'], ...FLOWERS];
    const reading = readCsv(fileOf(spanish, { ...PLAIN, encoding }));
    expect(reading).toMatchObject({
      ok: true,
      format: { encoding: found },
      table: { featureNames: ['tamaño (€)', 'año'] },
    });
  });

  it('is known as UTF-16 without a byte order mark, too', () => {
    const bytes = fileOf([HEADER, ...FLOWERS], { ...PLAIN, encoding: 'utf-16le' }).subarray(2);
    expect(readCsv(bytes)).toMatchObject({ ok: true, format: { encoding: 'utf-16le' } });
  });
});

describe('what a teacher knows better', () => {
  /** As the penguins' table is handed round: the class first, a place and a year beside the measurements. */
  const PENGUINS: readonly Row[] = Array.from({ length: 24 }, (_, index) => [
    index % 2 === 0 ? 'adelie' : 'gentoo',
    ['Torgersen', 'Biscoe', 'Dream', 'Cormorant', 'Humble'][index % 5] ?? '',
    39 + index / 2,
    18 + (index % 7) / 10,
    index % 3 === 0 ? 'NA' : 181 + index,
  ]);
  const COLUMNS: Row = ['species', 'island', 'bill length', 'bill depth', 'flipper'];

  it('is guessed first: the column of few words are the labels, columns of numbers the features', () => {
    const reading = read([COLUMNS, ...PENGUINS]);
    if (reading.ok) throw new Error('numbers are missing in the last column');
    expect(reading.seen?.format).toMatchObject({ labelColumn: 0, features: [2, 3, 4] });
    expect(reading.seen?.columns.map(({ name, isNumeric }) => [name, isNumeric])).toEqual([
      ['species', false],
      ['island', false],
      ['bill length', true],
      ['bill depth', true],
      ['flipper', true],
    ]);
    expect(reading.seen?.first[0]).toEqual(['adelie', 'Torgersen', '39', '18', 'NA']);
  });

  it('may be which columns to play with: what is wrong in others does not matter', () => {
    const reading = read([COLUMNS, ...PENGUINS], { features: [3, 2] });
    expect(reading).toMatchObject({
      ok: true,
      table: { featureNames: ['bill depth', 'bill length'], classNames: ['adelie', 'gentoo'] },
    });
  });

  it('is never taken for more than a lesson can hold: the first six columns of eight', () => {
    const wide = FLOWERS.map(([x = 0, , label = '']) => [x, x, x, x, x, x, x, x, label]);
    expect(read(wide)).toMatchObject({ ok: true, format: { features: [0, 1, 2, 3, 4, 5] } });
    expect(problemsOf(read(wide, { features: [0, 1, 2, 3, 4, 5, 6] }))).toEqual([
      { code: 'column-count', found: 7, least: 2, most: 6 },
    ]);
    expect(problemsOf(read(wide, { features: [8, 99, 1] }))).toMatchObject([{ found: 1 }]);
  });

  it('may be the separator, the decimals and the encoding, wrong ones included', () => {
    const rows = FLOWERS.map(([x, y, label]) => `${String(x).replace('.', ',')};${y};${label}`).join('\n');
    const chosen = readCsv(bytesOf(rows), { separator: ';', decimalSign: ',', hasHeader: false });
    expect(problemsOf(chosen)[0]).toMatchObject({ code: 'other-decimal-sign', expected: ',' });
    const cutAtCommas = readCsv(bytesOf(rows), { separator: '|' });
    expect(cutAtCommas.ok ? null : cutAtCommas.seen?.columns.length).toBe(1);
    const spanish = fileOf([['año', 'b', 'c'], ...FLOWERS], { ...PLAIN, encoding: 'utf-8' });
    expect(readCsv(spanish, { encoding: 'windows-1252' })).toMatchObject({
      ok: true,
      table: { featureNames: ['aÃ±o', 'b'] },
    });
    expect(readCsv(spanish, { encoding: 'utf-16le' }).ok).toBe(false);
  });
});

describe('what is wrong is said with its place', () => {
  it.each([
    [
      'a word',
      withLine(7, ['big', 3.1, 'setosa']),
      { code: 'no-number', line: 7, column: 1, name: 'sepal length', found: 'big' },
    ],
    [
      'nothing',
      withLine(3, [5, '', 'setosa']),
      { code: 'missing-number', line: 3, column: 2, name: 'sepal width' },
    ],
    [
      'NA',
      withLine(3, [5, 'NA', 'setosa']),
      { code: 'missing-number', line: 3, column: 2, name: 'sepal width' },
    ],
    [
      'a comma in a file of points',
      withLine(4, ['5,1', 3.1, 'setosa']),
      { code: 'other-decimal-sign', line: 4, column: 1, name: 'sepal length', found: '5,1', expected: '.' },
    ],
    [
      'a formula',
      withLine(5, ['=A2+1', 3.1, 'setosa']),
      { code: 'formula', line: 5, column: 1, name: 'sepal length', found: '=A2+1' },
    ],
    [
      'a formula for a label',
      withLine(5, [5, 3.1, '=HYPERLINK("x")']),
      { code: 'formula', line: 5, column: 3, name: 'species', found: '=HYPERLINK("x")' },
    ],
    [
      '1e308',
      withLine(5, ['1e308', 3.1, 'setosa']),
      { code: 'number-too-large', line: 5, column: 1, name: 'sepal length', found: '1e308' },
    ],
    [
      '1e999',
      withLine(5, ['-1e999', 3.1, 'setosa']),
      { code: 'number-too-large', line: 5, column: 1, name: 'sepal length', found: '-1e999' },
    ],
    [
      'a hexadecimal number',
      withLine(5, ['0x10', 3.1, 'setosa']),
      { code: 'no-number', line: 5, column: 1, name: 'sepal length', found: '0x10' },
    ],
    [
      'Infinity',
      withLine(5, ['Infinity', 3.1, 'setosa']),
      { code: 'no-number', line: 5, column: 1, name: 'sepal length', found: 'Infinity' },
    ],
    [
      'no label',
      withLine(25, [5, 3.1, ' ']),
      { code: 'missing-label', line: 25, column: 3, name: 'species' },
    ],
    ['a cell too few', withLine(9, [5, 'setosa']), { code: 'cell-count', line: 9, found: 2, expected: 3 }],
    [
      'a cell too many',
      withLine(9, [5, 3, 'setosa', 'x']),
      { code: 'cell-count', line: 9, found: 4, expected: 3 },
    ],
    [
      'a label as long as a sentence',
      withLine(9, [5, 3, 'x'.repeat(41)]),
      { code: 'name-too-long', line: 9, column: 3, name: 'species', found: `${'x'.repeat(30)}…`, most: 40 },
    ],
    [
      'a name as long as a sentence',
      withLine(1, ['y'.repeat(41), 'b', 'c']),
      {
        code: 'name-too-long',
        line: 1,
        column: 1,
        name: `${'y'.repeat(30)}…`,
        found: `${'y'.repeat(30)}…`,
        most: 40,
      },
    ],
  ])('%s', (_, rows, problem) => {
    expect(problemsOf(read(rows))).toEqual([problem]);
  });

  it('counts lines as an editor does, within quoted cells too', () => {
    const rows = withLine(3, [5.2, 3.1, 'set\nosa']).map((row, index) =>
      index === 9 ? ['?x', 3, 'setosa'] : row,
    );
    const [, problem] = problemsOf(read(rows.map((row, i) => (i === 4 ? ['x', 3, 'setosa'] : row))));
    expect(problem).toMatchObject({ code: 'no-number', line: 11, found: '?x' });
  });

  it('all at once, twenty of them, and how many more', () => {
    const rows = [HEADER, ...FLOWERS.map(([, y = 0, label = '']) => ['far', y, label])];
    const reading = read(rows);
    if (reading.ok) throw new Error('no number can be read here');
    expect(reading.problems.map((problem) => 'line' in problem && problem.line)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 2),
    );
    expect(reading.more).toBe(4);
  });

  it.each([
    [
      'the same value everywhere',
      [HEADER, ...FLOWERS.map(([x = 0, , label = '']) => [x, 3, label])],
      [{ code: 'constant-column', column: 2, name: 'sepal width', found: '3' }],
    ],
    [
      'one class',
      FLOWERS.map(([x = 0, y = 0]) => [x, y, 'setosa']),
      [{ code: 'class-count', found: 1, names: ['setosa'], least: 2, most: 4 }],
    ],
    [
      'five classes',
      FLOWERS.map(([x = 0, y = 0], i) => [x, y, `c${i % 5}`]),
      [{ code: 'class-count', found: 5, names: ['c0', 'c1', 'c2', 'c3', 'c4'], least: 2, most: 4 }],
    ],
    [
      'a class of four',
      FLOWERS.map(([x = 0, y = 0], i) => [x, y, i < 4 ? 'rare' : 'usual']),
      [{ code: 'rare-class', found: 'rare', count: 4, least: 5 }],
    ],
    [
      'one feature',
      FLOWERS.map(([x = 0, , label = '']) => [x, label]),
      [{ code: 'column-count', found: 1, least: 2, most: 6 }],
    ],
    ['a handful of rows', FLOWERS.slice(0, 8), [{ code: 'row-count', found: 8, least: 20, most: 2000 }]],
    [
      'more rows than can be played',
      Array.from({ length: 2001 }, (_, i) => [i, i % 7, i % 2 === 0 ? 'a' : 'b']),
      [{ code: 'row-count', found: 2001, least: 20, most: 2000 }],
    ],
    ['nothing but a header', [HEADER], [{ code: 'row-count', found: 0, least: 20, most: 2000 }]],
  ] as const)('%s', (_, rows, problems) => {
    expect(problemsOf(read(rows))).toEqual(problems);
  });
});

describe('a file that is no table', () => {
  const lines = (line: string): string => Array.from({ length: 30 }, () => line).join('\n');

  it.each([
    ['no bytes', bytesOf(''), 'empty'],
    ['blank lines', bytesOf('\r\n \n\t\n'), 'empty'],
    ['a byte order mark alone', bytesOf('', 'utf-8-bom'), 'empty'],
    ['one number a line', bytesOf(lines('3.5')), 'no-separator'],
    ['a poem', bytesOf(lines('caminante no hay camino')), 'no-separator'],
    ['a spreadsheet of today', bytesOf('PK\u0003\u0004 and so on'), 'spreadsheet'],
    ['a spreadsheet of old', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'spreadsheet'],
    ['zeros', new Uint8Array(1001), 'not-text'],
    ['zeros in pairs', new Uint8Array(1000), 'not-text'],
    ['a picture', Uint8Array.from({ length: 4096 }, (_, index) => (index * 197 + 7) % 256), 'not-text'],
    ['a table with a zero in it', bytesOf(lines('1,2,a\u0000')), 'not-text'],
    ['ten megabytes', new Uint8Array(10_000_000).fill(0x31), 'too-large'],
    ['a quote that is never closed', bytesOf(`${lines('1,2,a')}\n3,4,"b`), 'broken-quote'],
    ['a quote closed in mid cell', bytesOf(`1,2,"a"b\n${lines('1,2,a')}`), 'broken-quote'],
  ])('%s', (_, bytes, code) => {
    expect(problemsOf(readCsv(bytes))).toMatchObject([{ code }]);
  });

  it('says on which line the quote is, and where the text stops being one', () => {
    expect(problemsOf(readCsv(bytesOf(`${lines('1,2,a')}\n3,4,"b\n5,6,c`)))).toEqual([
      { code: 'broken-quote', line: 31 },
    ]);
    expect(problemsOf(readCsv(bytesOf(`a,b\n1,2\n3,\u0007`)))).toEqual([{ code: 'not-text', line: 3 }]);
  });

  it.each([
    ['quotes', '"'],
    ['separators', ','],
    ['lines', '\n'],
    ['quoted nothings', '"",'],
    ['open quotes on every line', '"a\n'],
    ['short rows', '1,a\n'],
    ['quotes in mid cell', 'a"b,'],
  ])('is refused in good time if it is a megabyte of %s', (_, piece) => {
    const bytes = bytesOf(piece.repeat(Math.floor(1_000_000 / piece.length)));
    const before = performance.now();
    expect(readCsv(bytes).ok).toBe(false);
    expect(performance.now() - before).toBeLessThan(10_000);
  });
});
