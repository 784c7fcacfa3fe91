import { sha256 as hash } from '@noble/hashes/sha2.js';
import { strToU8 } from 'fflate';

/** SHA-256 over the parts one after another, texts as UTF-8: 32 bytes. */
export type Sha256 = (...parts: readonly (string | Uint8Array)[]) => Uint8Array;

/** In plain JavaScript: a page that came over plain http has no `crypto.subtle`. */
export const sha256: Sha256 = (...parts) => {
  const digest = hash.create();
  for (const part of parts) digest.update(typeof part === 'string' ? strToU8(part) : part);
  return digest.digest();
};

/** Whether two digests are the same bytes. */
export function sameDigest(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
