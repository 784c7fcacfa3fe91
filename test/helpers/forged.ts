import { gzipSync } from 'node:zlib';
import { readFile, writeFile } from '../../shared/recording/codec.ts';
import type { RecordingLabel, Seal } from '../../shared/recording/recording.ts';
import { sha256 } from '../../shared/recording/sha-256.ts';
import { PLAIN_TOOLS } from '../../shared/recording/tools.ts';

/** A recording under a label that no recorder would write, with every digest as it should be. */
export function forged(
  file: Uint8Array,
  label: Partial<RecordingLabel>,
  seal: (digest: Uint8Array) => Seal | null = () => null,
): Uint8Array {
  const { head, block, chain } = readFile(file, sha256);
  const blocks = head.blocks.map((_, index) => PLAIN_TOOLS.gzip(block(index)));
  return writeFile({ ...head, header: { ...head.header, ...label } }, blocks, chain, seal, PLAIN_TOOLS);
}

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
