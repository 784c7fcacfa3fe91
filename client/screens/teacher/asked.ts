/** What the console has open over itself: at most one thing. */
export type Asked =
  | { readonly kind: 'invite' | 'keys' | 'end' | 'reveal' | 'health' }
  | { readonly kind: 'seat' | 'preview'; readonly seat: number }
  | { readonly kind: 'back'; readonly point: number }
  | { readonly kind: 'stage'; readonly stage: number };

/** Somebody who has just been removed, by mistake perhaps. */
export type Removed = { readonly seat: number; readonly name: string };
