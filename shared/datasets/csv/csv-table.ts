import { CUSTOM_LIMITS, type CustomTable } from '../custom.ts';
import { isConstant } from '../standardise.ts';
import { tidyName } from './csv-columns.ts';
import { readNumber, type DecimalSign } from './csv-numbers.ts';
import { quoted, type CsvPlace, type CsvProblem } from './csv-problem.ts';
import type { CsvRow } from './csv-rows.ts';

/** How the rows are to be understood. */
export type TableFormat = {
  readonly width: number;
  readonly labelColumn: number;
  /** Columns of the features, from 0. */
  readonly features: readonly number[];
  /** Cells of the header, none without one, and the line it stands on. */
  readonly header: readonly string[];
  readonly headerLine: number;
  readonly decimalSign: DecimalSign;
};

/** Labels that are named when there are too many: enough to see that it is the wrong column. */
const NAMES_SHOWN = 6;

type Read<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: CsvProblem };

/** Rows of cells as a table, or everything wrong with them in the file's order. */
export function readTable(
  rows: readonly CsvRow[],
  format: TableFormat,
):
  | { readonly ok: true; readonly table: CustomTable }
  | { readonly ok: false; readonly problems: readonly CsvProblem[] } {
  const numbers = format.features;
  const found = rows.map((row) => readRow(row, numbers, format));
  const problems = [...headerProblems(numbers, format), ...found.flatMap((row) => row.problems)];
  if (problems.length > 0) return { ok: false, problems };

  const labels = found.map(({ label }) => label);
  const classNames = [...new Set(labels)];
  const featureNames = numbers.map((column) => nameOf(column, format));
  const values = found.map((row) => row.values);
  const whole = [...classProblems(labels, classNames), ...constantColumns(values, numbers, format)];
  if (whole.length > 0) return { ok: false, problems: whole };
  const table = {
    featureNames,
    classNames,
    rows: values.map((row, index) => [...row, classNames.indexOf(labels[index] ?? '')]),
  };
  return { ok: true, table };
}

function readRow(
  row: CsvRow,
  numbers: readonly number[],
  format: TableFormat,
): { readonly values: readonly number[]; readonly label: string; readonly problems: readonly CsvProblem[] } {
  const { line, cells } = row;
  if (cells.length !== format.width) {
    const problem = { code: 'cell-count', line, found: cells.length, expected: format.width } as const;
    return { values: [], label: '', problems: [problem] };
  }
  const placeOf = (column: number): CsvPlace => ({ line, column: column + 1, name: nameOf(column, format) });
  const read = numbers.map((column) =>
    readNumberCell(cells[column] ?? '', placeOf(column), format.decimalSign),
  );
  const label = readLabel(cells[format.labelColumn] ?? '', placeOf(format.labelColumn));
  return {
    values: read.flatMap((cell) => (cell.ok ? [cell.value] : [])),
    label: label.ok ? label.value : '',
    problems: [...read, label].flatMap((cell) => (cell.ok ? [] : [cell.problem])),
  };
}

function readNumberCell(cell: string, place: CsvPlace, decimalSign: DecimalSign): Read<number> {
  const read = readNumber(cell, decimalSign);
  const found = quoted(cell);
  switch (read.kind) {
    case 'number':
      return Math.abs(read.value) > CUSTOM_LIMITS.numberMost
        ? { ok: false, problem: { code: 'number-too-large', ...place, found } }
        : { ok: true, value: read.value };
    case 'missing':
      return { ok: false, problem: { code: 'missing-number', ...place } };
    case 'other-decimal-sign':
      return { ok: false, problem: { code: 'other-decimal-sign', ...place, found, expected: decimalSign } };
    case 'formula':
      return { ok: false, problem: { code: 'formula', ...place, found } };
    case 'no-number':
      return { ok: false, problem: { code: 'no-number', ...place, found } };
  }
}

/** A label is any short word, but nothing a spreadsheet would work out when the class is exported to one. */
function readLabel(cell: string, place: CsvPlace): Read<string> {
  const label = cell.trim();
  const most = CUSTOM_LIMITS.nameCharacters;
  if (label === '') return { ok: false, problem: { code: 'missing-label', ...place } };
  if (/^[=@]/u.test(label))
    return { ok: false, problem: { code: 'formula', ...place, found: quoted(label) } };
  if (label.length > most) {
    return { ok: false, problem: { code: 'name-too-long', ...place, found: quoted(label), most } };
  }
  return { ok: true, value: label };
}

function nameOf(column: number, { header }: TableFormat): string {
  return tidyName(header[column] ?? '');
}

function headerProblems(numbers: readonly number[], format: TableFormat): readonly CsvProblem[] {
  const most = CUSTOM_LIMITS.nameCharacters;
  return numbers.flatMap((column): readonly CsvProblem[] => {
    const name = nameOf(column, format);
    if (name.length <= most) return [];
    const found = quoted(name);
    return [{ code: 'name-too-long', line: format.headerLine, column: column + 1, name: found, found, most }];
  });
}

function classProblems(labels: readonly string[], classNames: readonly string[]): readonly CsvProblem[] {
  const { classesLeast: least, classesMost: most, rowsPerClassLeast } = CUSTOM_LIMITS;
  if (classNames.length < least || classNames.length > most) {
    const names = classNames.slice(0, NAMES_SHOWN).map(quoted);
    return [{ code: 'class-count', found: classNames.length, names, least, most }];
  }
  return classNames.flatMap((name): readonly CsvProblem[] => {
    const count = labels.filter((label) => label === name).length;
    return count < rowsPerClassLeast
      ? [{ code: 'rare-class', found: name, count, least: rowsPerClassLeast }]
      : [];
  });
}

function constantColumns(
  values: readonly (readonly number[])[],
  numbers: readonly number[],
  format: TableFormat,
): readonly CsvProblem[] {
  return numbers.flatMap((column, feature): readonly CsvProblem[] => {
    const inColumn = values.map((row) => row[feature] ?? 0);
    if (!isConstant(inColumn)) return [];
    const place = { column: column + 1, name: nameOf(column, format) };
    return [{ code: 'constant-column', ...place, found: String(inColumn[0]) }];
  });
}
