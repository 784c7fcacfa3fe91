/** What the console has open over itself: at most one thing. */
export type Asked =
  | { readonly kind: 'invite' | 'keys' | 'end' }
  | { readonly kind: 'seat' | 'preview'; readonly seat: number }
  | { readonly kind: 'back'; readonly point: number }
  | { readonly kind: 'stage'; readonly stage: number };
