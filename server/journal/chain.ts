import { createChain, type Chain } from '../../shared/recording/chain.ts';
import { sha256 } from '../sha-256.ts';

/** The chain of a recording is the journal's own. */
export const CHAIN: Chain = createChain(sha256);
