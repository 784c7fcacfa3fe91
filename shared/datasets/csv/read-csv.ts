import { CUSTOM_LIMITS, type CustomTable } from '../custom.ts';
import { decimalSignOf, isNumber, type DecimalSign } from './csv-numbers.ts';
import type { CsvProblem } from './csv-problem.ts';
import { cutRows, findSeparator, usualWidth, type CsvRow, type Separator } from './csv-rows.ts';
import { readTable } from './csv-table.ts';
import { decodeText, type Encoding } from './decode-text.ts';

/** What was found out about the file, for a teacher to see and to correct. */
export type CsvFormat = {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly decimalSign: DecimalSign;
  readonly hasHeader: boolean;
  /** Column of the labels, from 0. */
  readonly labelColumn: number;
};

/** What a teacher knows better than the file tells. */
export type CsvChoices = { readonly labelColumn?: number; readonly hasHeader?: boolean };

export type CsvReading =
  | { readonly ok: true; readonly format: CsvFormat; readonly table: CustomTable }
  /** The first problems in the file's order, and how many more there are. */
  | { readonly ok: false; readonly problems: readonly CsvProblem[]; readonly more: number };

export const CSV_LIMITS = { bytesMost: 1_000_000, problemsShown: 20 } as const;

/**
 * Reads a teacher's table: numbers in two to six columns and one column of labels. Whatever the bytes are, the answer
 * is a table that can be played with or every reason why not, and it comes at once.
 */
export function readCsv(bytes: Uint8Array, choices: CsvChoices = {}): CsvReading {
  if (bytes.length > CSV_LIMITS.bytesMost) return refuse([{ code: 'too-large', most: CSV_LIMITS.bytesMost }]);
  if (isSpreadsheet(bytes)) return refuse([{ code: 'spreadsheet' }]);
  const { encoding, text } = decodeText(bytes);
  if (text.trim() === '') return refuse([{ code: 'empty' }]);
  const binary = text.search(BINARY);
  if (binary >= 0) return refuse([{ code: 'not-text', line: text.slice(0, binary).split('\n').length }]);
  const separator = findSeparator(text);
  if (separator === null) return refuse([{ code: 'no-separator' }]);
  const { rows, brokenQuote } = cutRows(text, separator);
  if (brokenQuote !== null) return refuse([{ code: 'broken-quote', line: brokenQuote }]);

  const width = usualWidth(rows);
  const labelColumn = Math.min(choices.labelColumn ?? width - 1, width - 1);
  const hasHeader = choices.hasHeader ?? looksLikeHeader(rows, labelColumn);
  const [header, body] = hasHeader ? [rows[0]?.cells ?? [], rows.slice(1)] : [[], rows];
  const decimalSign = decimalSignOf(body.flatMap(({ cells }) => cells));
  const sizes = sizeProblems(width, body.length);
  if (sizes.length > 0) return refuse(sizes);
  const read = readTable(body, { width, labelColumn, header, headerLine: rows[0]?.line ?? 1, decimalSign });
  if (!read.ok) return refuse(read.problems);
  return {
    ok: true,
    format: { encoding, separator, decimalSign, hasHeader, labelColumn },
    table: read.table,
  };
}

/** Control characters have no business in a text, tabs and line ends aside. */
const BINARY = /(?![\t\n])\p{Cc}/u;

/** What Excel and LibreOffice save unless they are asked for CSV: a zip, or the container of old. */
function isSpreadsheet([first, second, third, fourth]: Uint8Array): boolean {
  const zip = first === 0x50 && second === 0x4b && third === 0x03 && fourth === 0x04;
  return zip || (first === 0xd0 && second === 0xcf && third === 0x11 && fourth === 0xe0);
}

/** Names stand over numbers: the first row is a header if none of its cells is a number, labels aside. */
function looksLikeHeader([first]: readonly CsvRow[], labelColumn: number): boolean {
  return first !== undefined && !first.cells.some((cell, column) => column !== labelColumn && isNumber(cell));
}

function sizeProblems(width: number, rows: number): readonly CsvProblem[] {
  const { featuresLeast, featuresMost, rowsLeast, rowsMost } = CUSTOM_LIMITS;
  const features = width - 1;
  const problems: CsvProblem[] = [];
  if (features < featuresLeast || features > featuresMost) {
    problems.push({ code: 'column-count', found: features, least: featuresLeast, most: featuresMost });
  }
  if (rows < rowsLeast || rows > rowsMost) {
    problems.push({ code: 'row-count', found: rows, least: rowsLeast, most: rowsMost });
  }
  return problems;
}

function refuse(problems: readonly CsvProblem[]): CsvReading {
  const { problemsShown } = CSV_LIMITS;
  return {
    ok: false,
    problems: problems.slice(0, problemsShown),
    more: Math.max(0, problems.length - problemsShown),
  };
}
