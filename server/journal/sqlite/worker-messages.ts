import * as v from 'valibot';
import type { StoreReply, StoreRequest } from './commit-loop.ts';
import type { Salvage } from './salvage.ts';

/** What a thread is started for: to serve the file, or to write what can be saved of it under another name. */
export const storeTaskSchema = v.variant('task', [
  v.strictObject({ task: v.literal('serve'), path: v.string(), maxPages: v.optional(v.number()) }),
  v.strictObject({ task: v.literal('salvage'), path: v.string() }),
]);
export type StoreTask = v.InferOutput<typeof storeTaskSchema>;

/** What travels to a serving thread. */
export type ToStore =
  | { readonly kind: 'request'; readonly request: StoreRequest }
  /** Commit what waits, let go of the file, end. */
  | { readonly kind: 'close' };

/** The first word of a thread: how it went. All but `serving` end the thread. */
export type FirstWord =
  | { readonly kind: 'serving'; readonly found: 'new' | 'sound' }
  | { readonly kind: 'damaged'; readonly damage: string }
  | { readonly kind: 'salvaged'; readonly salvage: Salvage };

/** What comes back. */
export type FromStore = FirstWord | { readonly kind: 'replies'; readonly replies: readonly StoreReply[] };
