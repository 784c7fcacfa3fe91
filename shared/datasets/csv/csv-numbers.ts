export type DecimalSign = '.' | ',';

const EXPONENT = '(?:[eE][+-]?\\d+)?';
const WITH = {
  '.': new RegExp(`^[+-]?(?:\\d+\\.?\\d*|\\.\\d+)${EXPONENT}$`, 'u'),
  ',': new RegExp(`^[+-]?(?:\\d+,?\\d*|,\\d+)${EXPONENT}$`, 'u'),
} as const;
const OTHER = { '.': ',', ',': '.' } as const;

/** What one cell of a column of numbers says. */
export type NumberCell =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'missing' }
  /** A number, if the rest of the file did not write its decimals with the other sign. */
  | { readonly kind: 'other-decimal-sign' }
  | { readonly kind: 'formula' }
  | { readonly kind: 'no-number' };

/** How spreadsheets and statistics programs write that there is no value. */
const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', '-', '?', '#n/a', '#n/d']);

/** The sign most of the cells with decimals are written with; the point if there are none. */
export function decimalSignOf(cells: readonly string[]): DecimalSign {
  const count = (sign: DecimalSign): number =>
    cells.filter((cell) => cell.includes(sign) && WITH[sign].test(tidy(cell))).length;
  return count(',') > count('.') ? ',' : '.';
}

/** Whether a cell says that there is no value. */
export function isMissing(cell: string): boolean {
  return MISSING.has(tidy(cell).toLowerCase());
}

export function isNumber(cell: string): boolean {
  const tidied = tidy(cell);
  return WITH['.'].test(tidied) || WITH[','].test(tidied);
}

/** Reads a cell as a number. Values may lie anywhere a double reaches, or beyond as an infinity. */
export function readNumber(cell: string, sign: DecimalSign): NumberCell {
  const tidied = tidy(cell);
  if (MISSING.has(tidied.toLowerCase())) return { kind: 'missing' };
  if (WITH[sign].test(tidied)) return { kind: 'number', value: Number(tidied.replace(',', '.')) + 0 };
  if (WITH[OTHER[sign]].test(tidied)) return { kind: 'other-decimal-sign' };
  return tidied.startsWith('=') ? { kind: 'formula' } : { kind: 'no-number' };
}

/** Without the spaces around, and with the minus of a typesetter as that of a keyboard. */
function tidy(cell: string): string {
  return cell.trim().replace('−', '-');
}
