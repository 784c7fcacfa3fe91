import { CODE_LENGTH, formatCode, normaliseCode } from '../../text/join-code.ts';

/** The code in the page's address, as in `/KM4-7RX`; empty where there is none. */
export function codeInPath(path: string): string {
  const code = normaliseCode(path);
  return code.length === CODE_LENGTH ? code : '';
}

/** The address of a class. What follows it, such as a language asked for, stays. */
export function pathOf(code: string, search: string): string {
  return `/${code === '' ? '' : formatCode(code)}${search}`;
}
