const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Text as letters that pass through any link unchanged (RFC 4648, section 5, without padding), by way of UTF-8. */
export function toBase64Url(text: string): string {
  const bytes = utf8(text);
  let letters = '';
  for (let index = 0; index < bytes.length; index += 3) {
    const [first = 0, second, third] = bytes.slice(index, index + 3);
    const bits = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    letters += letter(bits >> 18) + letter(bits >> 12);
    if (second !== undefined) letters += letter(bits >> 6);
    if (third !== undefined) letters += letter(bits);
  }
  return letters;
}

/** The text again, or null for letters that were never made of one. */
export function fromBase64Url(letters: string): string | null {
  if (!/^[\w-]*$/u.test(letters) || letters.length % 4 === 1) return null;
  let escaped = '';
  for (let index = 0; index < letters.length; index += 4) {
    const four = letters.slice(index, index + 4);
    const bits = [...four.padEnd(4, 'A')].reduce((sum, each) => (sum << 6) | LETTERS.indexOf(each), 0);
    const bytes = [bits >> 16, bits >> 8, bits].slice(0, four.length - 1);
    for (const byte of bytes) escaped += `%${(byte & 255).toString(16).padStart(2, '0')}`;
  }
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null; // the bytes are no UTF-8: a link that was cut or mistyped
  }
}

function letter(bits: number): string {
  return LETTERS.charAt(bits & 63);
}

function utf8(text: string): readonly number[] {
  const escaped = encodeURIComponent(text).matchAll(/%([\dA-F]{2})|./gu);
  return Array.from(escaped, ([character, hex]) =>
    hex === undefined ? (character.codePointAt(0) ?? 0) : Number.parseInt(hex, 16),
  );
}
