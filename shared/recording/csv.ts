import type { Cell, Table } from './tables.ts';

/** How a spreadsheet reads numbers and columns: that depends on the country it is set to. */
export type CsvStyle = {
  readonly separator: ',' | ';';
  readonly decimal: '.' | ',';
  /** Without this mark before the text Excel takes UTF-8 for something older. Programs had better not get it. */
  readonly byteOrderMark: boolean;
};

/** For programs: RFC 4180 to the letter. */
export const PLAIN_CSV: CsvStyle = { separator: ',', decimal: '.', byteOrderMark: false };

/** For spreadsheets set to Spanish, where the comma is taken by the decimals. */
export const SPANISH_CSV: CsvStyle = { separator: ';', decimal: ',', byteOrderMark: true };

/**
 * A table as comma-separated values (RFC 4180): a line of column names, then a line each row, ended by CRLF. No text
 * in it becomes a formula in whoever opens it, and numbers stay numbers, negative ones included.
 */
export function writeCsv({ columns, rows }: Table, style: CsvStyle): string {
  const lines = [columns.map(({ name }) => name), ...rows].map((row) =>
    row.map((cell) => quoted(cellText(cell, style), style)).join(style.separator),
  );
  return `${style.byteOrderMark ? '\uFEFF' : ''}${lines.map((line) => `${line}\r\n`).join('')}`;
}

function cellText(cell: Cell, { decimal }: CsvStyle): string {
  switch (typeof cell) {
    case 'number':
      return String(cell).replace('.', decimal);
    case 'string':
      return asText(cell);
    case 'boolean':
      return String(cell);
    default:
      return '';
  }
}

/**
 * What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), full-width forms included, also
 * behind blanks and signs that are not seen, which some of them strip. An apostrophe before it says that it is text.
 */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u;

function asText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Quotes whatever would otherwise end the cell, or lose blanks at its ends. */
function quoted(text: string, { separator }: CsvStyle): string {
  const must = text.includes(separator) || /["\r\n\0]|^\s|\s$/u.test(text);
  return must ? `"${text.replaceAll('"', '""')}"` : text;
}
