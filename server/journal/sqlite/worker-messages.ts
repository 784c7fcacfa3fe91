import type { StoreReply, StoreRequest } from './commit-loop.ts';
import type { StoreReport } from './store-file.ts';

/** What travels to the store's thread. */
export type ToStore =
  | { readonly kind: 'request'; readonly request: StoreRequest }
  /** Commit what waits, close the file, end. */
  | { readonly kind: 'close' };

/** What comes back. */
export type FromStore =
  /** The file was opened: at the start, and again after a fault. */
  | { readonly kind: 'opened'; readonly report: StoreReport }
  | { readonly kind: 'replies'; readonly replies: readonly StoreReply[] }
  | { readonly kind: 'closed' };
