/** How measuring itself is bounded, and when a server no longer keeps up; named once, with units. */
export const MEASURE_LIMITS = {
  /** How often the event loop's delay is sampled. */
  sampleEveryMs: 10,
  lookEveryMs: 500,
  /** Later than this is no delay any more but a standstill. */
  stallMs: 1_000,
  /** What "lately" means: one to two of these. */
  windowMs: 15_000,
  /** An append that takes longer holds up the class's acknowledgements. */
  savingMs: 1_000,
} as const;

/** From where on a teacher should know: a class feels amber, and stumbles at red. */
export const LIGHT_LIMITS = {
  eventLoopDelayMs: { amber: 100, red: 500 },
  /** A tick that comes after a second and a half is taken for one that was lost. */
  answerMs: { amber: 500, red: 1_500 },
  /** One phone that is let go is a matter of that phone; several at once, of the server or its network. */
  slowDropped: { amber: 3, red: 30 },
} as const;
