/** How the live side keeps time. What bounds abuse is in `server/limits.ts`. */
export const NET_LIMITS = {
  pingEveryMs: 10_000,
  pongWithinMs: 10_000,
  /** How long a server that stops waits for its last words to be taken. */
  lastWordsMs: 1_000,
  /** How often lines and buckets are looked after. */
  sweepEveryMs: 1_000,
} as const satisfies Record<string, number>;
