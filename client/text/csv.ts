import type { CsvProblem } from '../../shared/datasets/csv/csv-problem.ts';
import type { CsvFormat } from '../../shared/datasets/csv/read-csv.ts';
import type { CustomTable } from '../../shared/datasets/custom.ts';
import type { TextLoaders } from './load-text.ts';

/** What is said about a teacher's file. */
export type CsvText = {
  /** One sentence about one problem, with its place. */
  readonly problem: (problem: CsvProblem) => string;
  readonly moreProblems: (count: number) => string;
  /** What was found out about a file that can be played with. */
  readonly found: (format: CsvFormat, table: CustomTable) => string;
};

export const CSV_TEXT: TextLoaders<CsvText> = {
  es: async () => (await import('./es/csv.ts')).csv,
  en: async () => (await import('./en/csv.ts')).csv,
};
