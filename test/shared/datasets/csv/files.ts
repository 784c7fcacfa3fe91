/** How a file is written. */
export type Written = {
  readonly separator: ',' | ';' | '\t' | '|';
  readonly decimalSign: '.' | ',';
  readonly lineEnd: '\n' | '\r\n' | '\r';
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly quotes: boolean;
};

export const PLAIN: Written = {
  separator: ',',
  decimalSign: '.',
  lineEnd: '\n',
  encoding: 'utf-8',
  quotes: false,
};

/** Writes rows as RFC 4180 says and spreadsheets do; numbers with the decimal sign asked for. */
export function fileOf(
  rows: readonly (readonly (string | number)[])[],
  { separator, decimalSign, lineEnd, encoding, quotes }: Written = PLAIN,
): Uint8Array {
  const written = (cell: string | number): string => {
    const text = typeof cell === 'number' ? String(cell).replace('.', decimalSign) : cell;
    const needsQuotes = quotes || text.includes(separator) || /["\r\n]/u.test(text);
    return needsQuotes ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return bytesOf(rows.map((row) => row.map(written).join(separator)).join(lineEnd), encoding);
}

/** Text as a file's bytes. Windows-1252 is written for letters it shares with Latin-1, and for the euro. */
export function bytesOf(text: string, encoding: Written['encoding'] = 'utf-8'): Uint8Array {
  switch (encoding) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-8-bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf-16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'utf-16be':
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 'windows-1252':
      return Uint8Array.from(text, (character) =>
        character === '€' ? 0x80 : (character.codePointAt(0) ?? 0),
      );
  }
}
