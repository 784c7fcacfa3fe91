import * as v from 'valibot';
import type { StoreReply, StoreRequest } from './commit-loop.ts';
import type { Salvage } from './salvage.ts';

/**
 * What a thread is started for: to look the file over, to write what can be saved of it under another name, or
 * to serve it. Each is a thread of its own, since only the end of a thread lets go of a file for certain.
 */
export const storeTaskSchema = v.variant('task', [
  v.strictObject({ task: v.literal('look'), path: v.string() }),
  v.strictObject({ task: v.literal('serve'), path: v.string(), maxPages: v.optional(v.number()) }),
  v.strictObject({ task: v.literal('salvage'), path: v.string() }),
]);
export type StoreTask = v.InferOutput<typeof storeTaskSchema>;

/** What travels to a serving thread. */
export type ToStore =
  /** The first of all: the file is fit to be served. */
  | { readonly kind: 'open' }
  | { readonly kind: 'request'; readonly request: StoreRequest }
  /** Commit what waits, let go of the file, end. */
  | { readonly kind: 'close' };

/** How a thread's task went. All but `serving` end the thread. */
export type FirstWord =
  | { readonly kind: 'looked'; readonly damage: string | null }
  | { readonly kind: 'salvaged'; readonly salvage: Salvage }
  | { readonly kind: 'serving' };

/** What comes back. */
export type FromStore = FirstWord | { readonly kind: 'replies'; readonly replies: readonly StoreReply[] };
