import type { report } from './es/report.ts';
import type { TextLoaders } from './load-text.ts';

/** What the report on a class says; Spanish is written first. */
export type ReportText = typeof report;

export const REPORT_TEXT: TextLoaders<ReportText> = {
  es: async () => (await import('./es/report.ts')).report,
  en: async () => (await import('./en/report.ts')).report,
};
