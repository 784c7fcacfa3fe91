import { encode } from 'uqr';

/** A QR code as one SVG path over a square of `size` modules, the quiet zone included. */
export type QrPath = { readonly size: number; readonly path: string };

/** Modules of light around the code that the standard (ISO/IEC 18004) asks for. */
const QUIET_ZONE = 4;

/** Encodes text. Level M: a projector's glare and a phone's angle cost modules. */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const path = data.map((row, y) => rowPath(row, y + QUIET_ZONE)).join('');
  return { size: size + 2 * QUIET_ZONE, path };
}

/** Dark runs of one row as bars: neighbours in one shape leave no hairlines between them. */
function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  let start: number | null = null;
  for (let x = 0; x <= row.length; x++) {
    const dark = row[x] === true;
    if (dark) start ??= x;
    else if (start !== null) {
      path += `M${start + QUIET_ZONE} ${y}h${x - start}v1h${start - x}z`;
      start = null;
    }
  }
  return path;
}
