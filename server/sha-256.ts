import { createHash } from 'node:crypto';
import type { Sha256 } from '../shared/recording/sha-256.ts';

/** With the machine's own hash, which is faster than a page's. */
export const sha256: Sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
