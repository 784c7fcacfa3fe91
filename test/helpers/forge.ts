import { gzip, toBytes, toText } from '../../shared/recording/codec-gzip.ts';
import type { Head } from '../../shared/recording/codec-head.ts';
import { readFile, writeFile } from '../../shared/recording/codec.ts';
import { toHex } from '../../shared/recording/hex.ts';
import { sha256 } from '../../shared/recording/sha-256.ts';
import { PLAIN_TOOLS } from '../../shared/recording/tools.ts';

/** What somebody changes who knows the format and makes every digest anew. */
export type Forgery = {
  readonly derived?: (derived: NonNullable<Head['derived']>) => NonNullable<Head['derived']>;
  readonly header?: (header: Head['header']) => Head['header'];
  readonly blockText?: (text: string) => string;
  readonly chain?: string;
};

/** The recording with changes that no digest tells of. */
export function forge(bytes: Uint8Array, forgery: Forgery): Uint8Array {
  const { head, block, chain } = readFile(bytes, sha256);
  const packed = head.blocks.map((entry, index) => {
    const text = toBytes((forgery.blockText ?? ((same) => same))(toText(block(index))));
    const member = gzip(text);
    return {
      member,
      entry: { ...entry, bytes: member.length, textBytes: text.length, digest: toHex(sha256(text)) },
    };
  });
  return writeFile(
    {
      header: forgery.header?.(head.header) ?? head.header,
      blocks: packed.map(({ entry }) => entry),
      derived: head.derived === null ? null : (forgery.derived?.(head.derived) ?? head.derived),
    },
    packed.map(({ member }) => member),
    forgery.chain ?? chain,
    () => null,
    PLAIN_TOOLS,
  );
}
