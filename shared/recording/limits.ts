/** Every bound of a recording, named once, with its unit. Within them lies every class this program can play. */
export const RECORDING_LIMITS = {
  /** Of a file that comes from elsewhere: packed, and unpacked. */
  fileBytes: 16 * 1024 * 1024,
  textBytes: 128 * 1024 * 1024,
  events: 2_000_000,
  /** Of the class's curve: five times a recording of 10,000 steps. */
  points: 50_000,
  /** Ever given in one session: ten lecture halls of a thousand. */
  seats: 10_000,
  /** Entries copied to file all events: twice what a thousand seats cost in forty rounds (filing-cost.ts). */
  copies: 1_000_000_000,
  eventsPerBlock: 512,
  /** Unpacked: one block with its keyframe; header, index and timeline together. */
  blockTextBytes: 8 * 1024 * 1024,
  headTextBytes: 32 * 1024 * 1024,
  /** The longest are keyframes of a thousand seats that hold four weights each: about 1 MB. */
  lineCharacters: 8 * 1024 * 1024,
  jsonDepth: 24,
  titleCharacters: 120,
  tags: 20,
  tagCharacters: 40,
  bookmarks: 200,
  bookmarkCharacters: 120,
  /** A nickname of the longest kind, whose characters are of several code units each. */
  nameCharacters: 4 * 24,
} as const;
