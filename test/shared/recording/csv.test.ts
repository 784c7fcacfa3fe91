import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { PLAIN_CSV, SPANISH_CSV, writeCsv, type CsvStyle } from '../../../shared/recording/csv.ts';
import { tableOf, tablesJson, type Cell, type Table } from '../../../shared/recording/tables.ts';

function textTable(...texts: readonly string[]): Table {
  return tableOf<string>('texts', { text: ['text', (text) => text] }, texts);
}

/** Cells as another program reads them: rows of text, without the columns' names. */
function readBack(csv: string, separator: string): readonly (readonly string[])[] {
  const { data, errors } = Papa.parse<string[]>(csv, { delimiter: separator, newline: '\r\n' });
  expect(errors).toEqual([]);
  return data.slice(1, -1);
}

const anyStyle: fc.Arbitrary<CsvStyle> = fc.record({
  separator: fc.constantFrom(',', ';'),
  decimal: fc.constantFrom('.', ','),
  byteOrderMark: fc.boolean(),
});

/** Signs that formulas, quotes and separators are made of, and any others. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('=', '+', '-', '@', '"', "'", ',', ';', '\r', '\n', '\t', '\0', ' ', 'a'),
  }),
);

describe('a table for spreadsheets', () => {
  it('is the text that RFC 4180 asks for', () => {
    const table = tableOf<readonly [number, string]>(
      'pairs',
      { count: ['whole', ([count]) => count], said: ['text', ([, said]) => said] },
      [
        [1, 'plain'],
        [-2, 'a "word", and\r\nanother'],
      ],
    );
    expect(writeCsv(table, PLAIN_CSV)).toBe('count,said\r\n1,plain\r\n-2,"a ""word"", and\r\nanother"\r\n');
  });

  it('has semicolons, decimal commas and a mark of its encoding where spreadsheets are Spanish', () => {
    const table = tableOf<readonly [number, string]>(
      'pairs',
      { loss: ['number', ([loss]) => loss], said: ['text', ([, said]) => said] },
      [[-0.125, 'medio; punto']],
    );
    expect(writeCsv(table, SPANISH_CSV)).toBe('\uFEFFloss;said\r\n-0,125;"medio; punto"\r\n');
  });

  it('keeps a decimal comma in one cell where commas part them', () => {
    const table = tableOf<number>('losses', { loss: ['number', (loss) => loss] }, [0.5]);
    expect(writeCsv(table, { ...PLAIN_CSV, decimal: ',' })).toBe('loss\r\n"0,5"\r\n');
  });

  it('leaves a cell empty where there is nothing to say, which is not 0', () => {
    const table = tableOf<Cell>('cells', { cell: ['number', (cell) => cell] }, [0, null]);
    expect(writeCsv(table, PLAIN_CSV)).toBe('cell\r\n0\r\n\r\n');
  });

  it.each([
    '=1+1',
    '+1',
    '-1+1|cmd',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\0=1',
    ' =1+1',
    '\u00a0=1',
    '\u200b=1',
    '＝1+1',
    '=HYPERLINK("http://a.example","x")',
  ])('shows %j as text and never as a formula', (text) => {
    for (const style of [PLAIN_CSV, SPANISH_CSV]) {
      const [[cell] = []] = readBack(writeCsv(textTable(text), style), style.separator);
      expect(cell).toBe(`'${text}`);
    }
  });

  it('leaves negative numbers numbers', () => {
    const table = tableOf<number>(
      'losses',
      { loss: ['number', (loss) => loss] },
      [-0.25, -3, 1e-7, -1.5e-12],
    );
    expect(writeCsv(table, PLAIN_CSV)).toBe('loss\r\n-0.25\r\n-3\r\n1e-7\r\n-1.5e-12\r\n');
  });

  it('is read back cell by cell by another program, whatever somebody called himself', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyText, anyText), { minLength: 1 }), anyStyle, (pairs, style) => {
        const table = tableOf<readonly [string, string]>(
          'names',
          { one: ['text', ([one]) => one], other: ['text', ([, other]) => other] },
          pairs,
        );
        const cells = readBack(writeCsv(table, style), style.separator);
        expect(cells.map((row) => row.map((cell) => cell.replace(/^'/u, '')))).toEqual(
          pairs.map((row) => row.map((text) => text.replace(/^'/u, ''))),
        );
        for (const cell of cells.flat()) expect(cell).not.toMatch(/^[\s\0]*[=+\-@]/u);
      }),
    );
  });

  it('gives back the very numbers that were written', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), anyStyle, (value, style) => {
        const table = tableOf<number>(
          'losses',
          { loss: ['number', (loss) => loss], end: ['text', () => 'x'] },
          [value],
        );
        const [[cell = ''] = []] = readBack(writeCsv(table, style), style.separator);
        expect(Number(cell.replace(',', '.'))).toBe(value === 0 ? 0 : value);
      }),
    );
  });
});

describe('tables for programs', () => {
  it('are lists of records under their names, numbers and nothings as they are', () => {
    const table = tableOf<Cell>('cells', { cell: ['number', (cell) => cell], sure: ['flag', () => true] }, [
      0.5,
      null,
    ]);
    expect(JSON.parse(tablesJson([table, textTable('=1')]))).toEqual({
      cells: [
        { cell: 0.5, sure: true },
        { cell: null, sure: true },
      ],
      texts: [{ text: '=1' }],
    });
  });
});
