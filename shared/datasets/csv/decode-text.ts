export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A file's bytes as text, lines ended by \n alone, without a byte order mark. */
export type DecodedText = { readonly encoding: Encoding; readonly text: string };

/** The one thing of the platform that is needed here: pure, and the same in a browser and in Node.js. */
declare const TextDecoder: new (
  encoding: 'utf-8',
  options: { readonly fatal: boolean },
) => { readonly decode: (bytes: Uint8Array) => string };

/** What Windows-1252 has where Latin-1 has control characters, from 0x80 on; five places are unused. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Reads text whose encoding nobody says: by its byte order mark, or by the zeros that UTF-16 is full of, or as
 * UTF-8 if it is valid, which other encodings hardly ever are by accident; else as Windows-1252, the one that
 * spreadsheets of western Europe and the Americas write. Never fails, whatever encoding somebody says it is.
 */
export function decodeText(bytes: Uint8Array, said?: Encoding): DecodedText {
  const encoding = said ?? encodingOf(bytes);
  const text = textIn(bytes, encoding).replace(/^\uFEFF/u, '');
  return { encoding, text: text.replaceAll(/\r\n?/gu, '\n') };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (bytes.length >= 4 && bytes.length % 2 === 0) {
    if (mostAreZero(bytes, 1)) return 'utf-16le';
    if (mostAreZero(bytes, 0)) return 'utf-16be';
  }
  return utf8Text(bytes) === null ? 'windows-1252' : 'utf-8';
}

/** Numbers and Latin letters leave every other byte of UTF-16 at zero. */
function mostAreZero(bytes: Uint8Array, from: 0 | 1): boolean {
  let zeros = 0;
  for (let index = from; index < bytes.length; index += 2) if (bytes[index] === 0) zeros++;
  return zeros > bytes.length / 4;
}

function textIn(bytes: Uint8Array, encoding: Encoding): string {
  switch (encoding) {
    case 'utf-8':
      return new TextDecoder('utf-8', { fatal: false }).decode(bytes);
    case 'utf-16le':
      return utf16Text(bytes, 1);
    case 'utf-16be':
      return utf16Text(bytes, 0);
    case 'windows-1252':
      // By hand: TextDecoder of Node.js 20 reads 0x80 to 0x9f as control characters.
      return Array.from(bytes, (byte) =>
        byte >= 0x80 && byte <= 0x9f ? FROM_0X80.charAt(byte - 0x80) : String.fromCharCode(byte),
      ).join('');
  }
}

function utf8Text(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // not UTF-8: that is all it says
  }
}

/** `high` is where in each pair the high byte is. A last odd byte is left out. */
function utf16Text(bytes: Uint8Array, high: 0 | 1): string {
  return Array.from({ length: Math.floor(bytes.length / 2) }, (_, pair) =>
    String.fromCharCode(((bytes[2 * pair + high] ?? 0) << 8) | (bytes[2 * pair + 1 - high] ?? 0)),
  ).join('');
}
