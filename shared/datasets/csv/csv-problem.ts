/** A place in the file as whoever opens it counts: lines and columns from 1. `name` is the column's, or empty. */
export type CsvPlace = { readonly line: number; readonly column: number; readonly name: string };

type At<Code extends string, More extends object = object> = { readonly code: Code } & More;

/** What can be wrong with a teacher's file. `found` is what stands there, cut short if it is long. */
export type CsvProblem =
  | At<'too-large', { readonly most: number }>
  | At<'spreadsheet'>
  | At<'not-text', { readonly line: number }>
  | At<'empty'>
  | At<'no-separator'>
  | At<'broken-quote', { readonly line: number }>
  | At<'column-count', { readonly found: number; readonly least: number; readonly most: number }>
  | At<'row-count', { readonly found: number; readonly least: number; readonly most: number }>
  | At<'cell-count', { readonly line: number; readonly found: number; readonly expected: number }>
  | At<'missing-number', CsvPlace>
  | At<'no-number', CsvPlace & { readonly found: string }>
  | At<'other-decimal-sign', CsvPlace & { readonly found: string; readonly expected: '.' | ',' }>
  | At<'number-too-large', CsvPlace & { readonly found: string }>
  | At<'formula', CsvPlace & { readonly found: string }>
  | At<'missing-label', CsvPlace>
  | At<'name-too-long', CsvPlace & { readonly found: string; readonly most: number }>
  /** `names` are the first few of them. */
  | At<
      'class-count',
      {
        readonly found: number;
        readonly names: readonly string[];
        readonly least: number;
        readonly most: number;
      }
    >
  | At<'rare-class', { readonly found: string; readonly count: number; readonly least: number }>
  | At<'constant-column', Omit<CsvPlace, 'line'> & { readonly found: string }>;

export type CsvProblemCode = CsvProblem['code'];

const QUOTED_CHARACTERS = 30;

/** What stands in a cell, short enough to be quoted in a sentence. */
export function quoted(cell: string): string {
  const plain = cell.replaceAll(/\s+/gu, ' ').trim();
  return plain.length > QUOTED_CHARACTERS ? `${plain.slice(0, QUOTED_CHARACTERS)}…` : plain;
}
