import Papa from 'papaparse';
import { isNumber } from './csv-numbers.ts';

export const SEPARATORS = [',', ';', '\t', '|'] as const;
export type Separator = (typeof SEPARATORS)[number];

/** One row of the file and the line it starts on, counted from 1. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] };

export type CsvRows = {
  /** Rows that say anything, without the columns at the end that are empty all the way down. */
  readonly rows: readonly CsvRow[];
  /** The line of the row in which a quote is opened and never closed, or closed in the middle of a cell. */
  readonly brokenQuote: number | null;
};

/** What is looked at to find the separator. */
const SAMPLE = { rows: 60, characters: 20_000 } as const;

/**
 * The separator under which the file looks most like a table of numbers: most rows with the same count of cells, most
 * of them numbers. Counting separators alone would take `5,1;3,5;cat` for three columns cut at the commas.
 * Null when no separator cuts anything.
 */
export function findSeparator(text: string): Separator | null {
  const [, named] = /^"?sep=([,;\t|])"?\n/u.exec(text) ?? [];
  const said = SEPARATORS.find((separator) => separator === named);
  if (said !== undefined) return said;
  const candidates = SEPARATORS.map((separator) => ({ separator, ...rate(text, separator) }))
    .filter(({ columns }) => columns >= 2)
    .sort((a, b) => b.numbers - a.numbers || b.even - a.even || b.columns - a.columns);
  return candidates[0]?.separator ?? null;
}

/** Cuts the text into rows of cells. A cell in quotes may hold separators and lines of its own. */
export function cutRows(text: string, separator: Separator): CsvRows {
  const { data, errors } = Papa.parse(text, { delimiter: separator, newline: '\n' });
  let line = 1;
  const all = data.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.reduce((sum, cell) => sum + linesWithin(cell), 0);
    return row;
  });
  const broken = errors.find(({ type }) => type === 'Quotes');
  const rows = all.filter(({ cells, line: at }) => !isBlank(cells) && !(at === 1 && isHint(cells)));
  return {
    rows: withoutEmptyEnd(rows),
    brokenQuote: broken === undefined ? null : (all[broken.row ?? 0]?.line ?? 1),
  };
}

/** The count of cells most rows have. */
export function usualWidth(rows: readonly { readonly cells: readonly string[] }[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}

type Rating = {
  readonly columns: number;
  /** The share of rows that have that many, and the share of all cells that are numbers in such rows. */
  readonly even: number;
  readonly numbers: number;
};

function rate(text: string, separator: Separator): Rating {
  const sample = text.slice(0, SAMPLE.characters);
  const { data } = Papa.parse(sample, { delimiter: separator, newline: '\n', preview: SAMPLE.rows });
  const rows = data.filter((cells) => !isBlank(cells)).map((cells) => ({ cells }));
  const columns = usualWidth(rows);
  const evenRows = rows.filter(({ cells }) => cells.length === columns);
  const count = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  const numbers = evenRows.reduce((sum, { cells }) => sum + cells.filter(isNumber).length, 0);
  return {
    columns,
    even: evenRows.length / Math.max(1, rows.length),
    numbers: numbers / Math.max(1, count),
  };
}

function linesWithin(cell: string): number {
  return cell.split('\n').length - 1;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

/** `sep=;` on the first line tells a spreadsheet how to cut, and is no data. */
function isHint(cells: readonly string[]): boolean {
  return cells[0]?.startsWith('sep=') === true;
}

/** Spreadsheets write separators for columns somebody once clicked on. */
function withoutEmptyEnd(rows: readonly CsvRow[]): readonly CsvRow[] {
  const width = rows.reduce((widest, { cells }) => Math.max(widest, filledWidth(cells)), 0);
  return rows.map(({ line, cells }) => ({ line, cells: cells.slice(0, width) }));
}

function filledWidth(cells: readonly string[]): number {
  let width = cells.length;
  while (width > 0 && cells[width - 1]?.trim() === '') width--;
  return width;
}
