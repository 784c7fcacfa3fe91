/** What the console has open over itself: at most one thing. */
export type Asked =
  | { readonly kind: 'invite' | 'keys' | 'end' | 'reveal' | 'health' | 'recent' }
  | { readonly kind: 'seat' | 'preview'; readonly seat: number }
  | { readonly kind: 'back'; readonly point: number }
  | { readonly kind: 'stage'; readonly stage: number };

/** Those who have just been removed, by mistake perhaps. */
export type Removed = readonly { readonly seat: number; readonly name: string }[];
