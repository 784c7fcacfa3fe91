import { CUSTOM_LIMITS } from '../custom.ts';
import { isMissing, isNumber } from './csv-numbers.ts';
import type { CsvRow } from './csv-rows.ts';

/** A column of the file, for a teacher to choose from. */
export type CsvColumn = {
  /** As the header has it; empty without one. */
  readonly name: string;
  /** Whether most of its cells are numbers, or missing ones. */
  readonly isNumeric: boolean;
};

/** The columns of a table `width` wide, as most of its rows have them. */
export function columnsOf(
  body: readonly CsvRow[],
  width: number,
  header: readonly string[],
): readonly CsvColumn[] {
  return Array.from({ length: width }, (_, column) => ({
    name: tidyName(header[column] ?? ''),
    isNumeric: numericShare(body, column) >= MOSTLY,
  }));
}

/** A name on one line. */
export function tidyName(cell: string): string {
  return cell.replaceAll(/\s+/gu, ' ').trim();
}

/**
 * Which column names the classes, unless the teacher says: the last of those that hold a few words over and over; where
 * there is none, the last.
 */
export function usualLabel(rows: readonly CsvRow[], width: number): number {
  const body = rows.slice(1); // whether the first row is a header is not known yet
  const { classesLeast, classesMost } = CUSTOM_LIMITS;
  const lastFirst = Array.from({ length: width }, (_, place) => width - 1 - place);
  const found = lastFirst.find((column) => {
    const words = new Set(body.map(({ cells }) => (cells[column] ?? '').trim()));
    return words.size >= classesLeast && words.size <= classesMost && numericShare(body, column) < MOSTLY;
  });
  return found ?? width - 1;
}

/** Which columns are features, unless the teacher says: the first of those with numbers, as many as there may be. */
export function usualFeatures(columns: readonly CsvColumn[], labelColumn: number): readonly number[] {
  const others = [...columns.keys()].filter((column) => column !== labelColumn);
  const numeric = others.filter((column) => columns[column]?.isNumeric === true);
  // Too few to play with: all of them, so that it is said what is wrong with each.
  const usual = numeric.length >= CUSTOM_LIMITS.featuresLeast ? numeric : others;
  return usual.slice(0, CUSTOM_LIMITS.featuresMost);
}

const MOSTLY = 0.5;

function numericShare(rows: readonly CsvRow[], column: number): number {
  const cells = rows.map(({ cells: all }) => all[column] ?? '');
  const filled = cells.filter((cell) => !isMissing(cell));
  return filled.length === 0 ? 1 : filled.filter(isNumber).length / filled.length;
}
