import type { RerunChange } from '../../shared/recording/rerun-facts.ts';
import type { TimelinePoint } from '../../shared/recording/timeline.ts';

/** To the worker: which session, and what is to be different in it. */
export type RerunRequest = { readonly bytes: Uint8Array<ArrayBuffer>; readonly change: RerunChange };

/** From it: how far it has come, 0 … 1, and at the end the other curve. */
export type RerunReport =
  | { readonly kind: 'running'; readonly share: number }
  | { readonly kind: 'done'; readonly timeline: readonly TimelinePoint[] };
