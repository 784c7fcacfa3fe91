import { CUSTOM_LIMITS, type CustomTable } from '../custom.ts';
import { columnsOf, usualFeatures, usualLabel, type CsvColumn } from './csv-columns.ts';
import { decimalSignOf, isNumber, type DecimalSign } from './csv-numbers.ts';
import type { CsvProblem } from './csv-problem.ts';
import { cutRows, findSeparator, usualWidth, type CsvRow, type Separator } from './csv-rows.ts';
import { readTable } from './csv-table.ts';
import { decodeText, type Encoding } from './decode-text.ts';

/** How the file is understood: what was found out about it, and what a teacher corrected. */
export type CsvFormat = {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly decimalSign: DecimalSign;
  readonly hasHeader: boolean;
  /** Columns of the labels and of the features, from 0. */
  readonly labelColumn: number;
  readonly features: readonly number[];
};

/** What a teacher knows better than the file tells. */
export type CsvChoices = Partial<CsvFormat>;

/** What the file looks like when it is cut as the format says, for a teacher to see whether that is right. */
export type CsvSight = {
  readonly format: CsvFormat;
  readonly columns: readonly CsvColumn[];
  /** The first rows below the header, cell by cell. */
  readonly first: readonly (readonly string[])[];
};

export type CsvReading =
  | (CsvSight & { readonly ok: true; readonly table: CustomTable })
  | {
      readonly ok: false;
      /** The first problems in the file's order, and how many more there are. */
      readonly problems: readonly CsvProblem[];
      readonly more: number;
      /** Null for a file that is no table at all. */
      readonly seen: CsvSight | null;
    };

export const CSV_LIMITS = { bytesMost: 1_000_000, problemsShown: 20, rowsShown: 6 } as const;

/**
 * Reads a teacher's table: numbers in two to six columns and one column of labels. Whatever the bytes are, the answer
 * is a table that can be played with or every reason why not, and it comes at once.
 */
export function readCsv(bytes: Uint8Array, choices: CsvChoices = {}): CsvReading {
  if (bytes.length > CSV_LIMITS.bytesMost) return refuse([{ code: 'too-large', most: CSV_LIMITS.bytesMost }]);
  if (isSpreadsheet(bytes)) return refuse([{ code: 'spreadsheet' }]);
  const { encoding, text } = decodeText(bytes, choices.encoding);
  if (text.trim() === '') return refuse([{ code: 'empty' }]);
  const binary = text.search(BINARY);
  if (binary >= 0) return refuse([{ code: 'not-text', line: text.slice(0, binary).split('\n').length }]);
  const separator = choices.separator ?? findSeparator(text);
  if (separator === null) return refuse([{ code: 'no-separator' }]);
  const { rows, brokenQuote } = cutRows(text, separator);
  if (brokenQuote !== null) return refuse([{ code: 'broken-quote', line: brokenQuote }]);
  return readRows(rows, { ...choices, encoding, separator });
}

type Cut = CsvChoices & Pick<CsvFormat, 'encoding' | 'separator'>;

function readRows(rows: readonly CsvRow[], cut: Cut): CsvReading {
  const width = usualWidth(rows);
  const labelColumn = Math.min(cut.labelColumn ?? usualLabel(rows, width), width - 1);
  const hasHeader = cut.hasHeader ?? looksLikeHeader(rows, labelColumn);
  const [header, body] = hasHeader ? [rows[0]?.cells ?? [], rows.slice(1)] : [[], rows];
  const columns = columnsOf(body, width, header);
  const features = (cut.features ?? usualFeatures(columns, labelColumn)).filter(
    (column) => column < width && column !== labelColumn,
  );
  const decimalSign = cut.decimalSign ?? decimalSignOf(body.flatMap(({ cells }) => cells));
  const { encoding, separator } = cut;
  const sight: CsvSight = {
    format: { encoding, separator, decimalSign, hasHeader, labelColumn, features },
    columns,
    first: body.slice(0, CSV_LIMITS.rowsShown).map(({ cells }) => cells),
  };
  const sizes = sizeProblems(features.length, body.length);
  if (sizes.length > 0) return refuse(sizes, sight);
  const headerLine = rows[0]?.line ?? 1;
  const read = readTable(body, { width, labelColumn, features, header, headerLine, decimalSign });
  return read.ok ? { ok: true, ...sight, table: read.table } : refuse(read.problems, sight);
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

function sizeProblems(features: number, rows: number): readonly CsvProblem[] {
  const { featuresLeast, featuresMost, rowsLeast, rowsMost } = CUSTOM_LIMITS;
  const problems: CsvProblem[] = [];
  if (features < featuresLeast || features > featuresMost) {
    problems.push({ code: 'column-count', found: features, least: featuresLeast, most: featuresMost });
  }
  if (rows < rowsLeast || rows > rowsMost) {
    problems.push({ code: 'row-count', found: rows, least: rowsLeast, most: rowsMost });
  }
  return problems;
}

function refuse(problems: readonly CsvProblem[], seen: CsvSight | null = null): CsvReading {
  const { problemsShown } = CSV_LIMITS;
  return {
    ok: false,
    problems: problems.slice(0, problemsShown),
    more: Math.max(0, problems.length - problemsShown),
    seen,
  };
}
