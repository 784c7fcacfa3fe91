/** Characters in a join code. */
export const CODE_LENGTH = 6;

/** What somebody typed or pasted, as the server knows codes: capitals and digits, no dash, no more than six. */
export function normaliseCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[^A-Z0-9]/gu, '')
    .slice(0, CODE_LENGTH);
}

/** A code as people read it aloud: two threes. */
export function formatCode(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)}-${code.slice(3)}` : code;
}
