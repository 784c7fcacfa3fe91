import { PLAIN_CSV, SPANISH_CSV, type CsvStyle } from '../../../shared/recording/csv.ts';
import type { Language } from '../../text/language.ts';

/** How a spreadsheet expects its tables: what stands between cells, and what in front of decimals. */
export const CSV_WAYS = ['semicolon-comma', 'comma-point', 'semicolon-point'] as const;
export type CsvWay = (typeof CSV_WAYS)[number];

export const CSV_STYLES: Readonly<Record<CsvWay, CsvStyle>> = {
  'semicolon-comma': SPANISH_CSV,
  'comma-point': PLAIN_CSV,
  'semicolon-point': { ...SPANISH_CSV, decimal: '.' },
};

/** What spreadsheets in this language open by themselves. */
export function csvWayFor(language: Language): CsvWay {
  return language === 'es' ? 'semicolon-comma' : 'comma-point';
}
