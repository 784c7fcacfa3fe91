import { gzipSync } from 'node:zlib';

/** A few kilobytes that say they are a recording, and unpack to this many bytes. */
export function zipBomb(bytes: number): Uint8Array {
  const bomb = gzipSync(Buffer.alloc(bytes), { level: 9 });
  const format = `{"descenso":"recording","format":  1,"head":${String(bomb.length).padStart(10)}}\n`;
  return Buffer.concat([gzipSync(format, { level: 0 }), bomb, Buffer.alloc(2_000)]);
}

/** The same recording as if a later program had written it. */
export function asOfLaterFormat(file: Uint8Array): Uint8Array {
  const later = Buffer.from(file);
  const at = later.indexOf('"format":  1');
  later.write('"format": 99', at);
  return later;
}
