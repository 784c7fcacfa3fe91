/** Every bound of a class, named once, with its unit. */
export const LIMITS = {
  seatsPerSession: 1000,
  parametersPerSeatDefault: 4,
  parametersPerNetwork: 600,
  fastForwardRounds: 100,
  roundSecondsLeast: 5,
  roundSecondsMost: 600,
  moreTimeMs: 10_000,
  /** In `probe`, once everybody has committed: time to look at both values and change one's mind. */
  lastChanceMs: 6_000,
  /** A nudge that was in the air at the deadline still counts for this long, the same for all (faults.md, I6). */
  inFlightGraceMs: 1_000,
  absenceGraceSecondsMost: 300,
  nudgesPerSeatAndRound: 60,
  /** Per page: far more than a page can have unanswered. */
  intentsRemembered: 120,
  /** Pages of one seat, the latest: an intent outlives a reload or two, not a day of them. */
  pagesRemembered: 8,
  nicknameCharacters: 24,
  /** Newcomers who wait at a time: more than a lecture hall's late ones, and few enough to look through. */
  waitingMost: 200,
  waitingFullMs: 10_000,
  /** Seats that one command of the teacher's names. */
  seatsAtOnce: 64,
  lessonTitleCharacters: 60,
  stepSizeLeast: 0.001,
  stepSizeMost: 5,
  /** From "nothing seems to move" to far beyond what any network of ours bears. */
  learningRateLeast: 0.0001,
  learningRateMost: 1_000,
  batchSizeMost: 2_000,
  /** Steps a second the machine takes at most, and how often a class is told of them. */
  machineSpeedMost: 40,
  machineTicksPerSecond: 4,
} as const;
