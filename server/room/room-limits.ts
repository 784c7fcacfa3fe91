/** Every bound of a running room, named once, with its unit. */
export const ROOM_LIMITS = {
  /** How often a room looks at its clocks. */
  beatMs: 50,
  /** Nudges, joins and the like are shown merged, at most this often (architecture.md: ticks, not echoes). */
  publishEveryMs: 250,
  /** Six seconds of silence are a dead link; with the beat this stays below the promised two. */
  keepAliveMs: 1_900,
  /** What a restart may cost of a running clock. */
  markClockEveryMs: 1_000,
  /** A gap between two beats that is not the class's time: deadlines move by it. */
  stallMs: 1_000,
  /** A gap after which nobody knows what the class did meanwhile: it comes back paused. */
  sleptMs: 5_000,
  /** A disk that does not answer for this long is told about: "saving…". */
  savingMs: 1_000,
  /** How long to leave a disk alone that has just refused. */
  retryMs: 500,
  /** Commands decided and written together. */
  batchMost: 500,
  /** Commands waiting; beyond it they are turned away. */
  queueMost: 20_000,
  /** Frames kept for those who come back, per audience. */
  framesKept: 64,
  /** A teacher's page that reloads has not gone away. */
  teacherReloadMs: 2_000,
  /** Of two connections of a seat one is the newer by this much, or the one that comes in last: they come over several servers. */
  clearlyNewerMs: 500,
  /** Answers to the teacher remembered per class, for repeats. */
  answersKept: 32,
  /** How long an ended class can still be looked at. */
  endedKeptMs: 3_600_000,
} as const;
