import { gzip, type Gzip } from './codec-gzip.ts';
import { sha256, type Sha256 } from './sha-256.ts';

/** What packs and digests. A server hands in its machine's, which are several times faster. */
export type RecordingTools = { readonly gzip: Gzip; readonly sha256: Sha256 };

/** Plain JavaScript, for pages. */
export const PLAIN_TOOLS: RecordingTools = { gzip, sha256 };
