import { customAlphabet } from 'nanoid';

/** No look-alikes (0 O, 1 I L, 8 B, 5 S) and no vowels, so that chance spells no word. */
const CODE_ALPHABET = '23456789CDFHJKMNPQRTVWXY';
const CODE_LENGTH = 6;

const draw = customAlphabet(CODE_ALPHABET, CODE_LENGTH);

/** A join code, drawn by chance: 24⁶, about 190 million. */
export function newCode(): string {
  return draw();
}

/** A code as it is shown and read aloud: two threes. */
export function formatCode(code: string): string {
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}

/** The code somebody typed, whatever its case, spaces and dashes; null for what cannot be one. */
export function parseCode(text: string): string | null {
  if (text.length > 16) return null;
  const code = text.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  if (code.length !== CODE_LENGTH) return null;
  return [...code].every((character) => CODE_ALPHABET.includes(character)) ? code : null;
}
