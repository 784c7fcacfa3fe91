import { createHash } from 'node:crypto';
import { createChain, type Chain } from '../../../shared/recording/chain.ts';

/** The chain of a recording is the journal's own; here it is made with the hash of the machine, which is faster. */
export const CHAIN: Chain = createChain((...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
});
