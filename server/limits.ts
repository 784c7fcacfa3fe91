import { RECORDING_LIMITS } from '../shared/recording/limits.ts';

/** How often something may happen: `burst` at once, then `perSecond`. */
export type Rate = { readonly perSecond: number; readonly burst: number };

type CountedBy = 'perRequest' | 'perSocket' | 'perSeat' | 'perSession' | 'perAddress' | 'perServer';
type Row = { readonly [By in CountedBy]?: Readonly<Record<string, number>> };

const KIB = 1_024;

/**
 * Every bound against abuse, in one table: what comes in, by whom it is counted, how much of it there may be. SECURITY.md
 * shows the same table to people; a test compares both. A whole school may share one address: seats and sessions are
 * limited first, addresses last, and nothing here keeps out a seat that comes back with its token.
 */
export const INTAKE = {
  /**
   * Of an address only those count that have not shown a token: with the time they have for it, at most 1,500 live at
   * once. Of a seat and of a session the newest stay. A WebSocket that is closed and does not say goodbye is cut off.
   */
  connection: {
    perSocket: { hangUpWithinMs: 2_000 },
    perSeat: { liveMost: 2 },
    perSession: { liveMost: 1_250 },
    perAddress: { perSecond: 100, burst: 1_000, tokenWithinMs: 5_000 },
  },
  /** Coming in, which costs a picture of the class. One too many waits, and of several of a seat the newest gets in. */
  visit: {
    perSeat: { perSecond: 6 / 60, burst: 30, waitMs: 2_000 },
    perSession: { perSecond: 50, burst: 1_250, waitMs: 2_000 },
  },
  /** Of any kind, whatever is in it. One too many, or too large, ends the connection. */
  packet: { perSocket: { perSecond: 50, burst: 200, bytesMost: 4 * KIB } },
  /** Several packets that came by long-polling at once. */
  polledPackets: { perRequest: { bytesMost: 16 * KIB } },
  /** What an intent looks like before anybody asks what it means: the deepest of ours is a setting's pace. */
  message: { perSocket: { depthMost: 4, itemsMost: 64, malformedInARowMost: 3 } },
  /** Nudges, guesses, votes and leaving. The class's own rules bound nudges per round besides. */
  studentIntent: { perSeat: { perSecond: 5, burst: 10 } },
  rename: { perSeat: { perSecond: 3 / 60, burst: 3 } },
  /** Per device of the teacher's. */
  teacherIntent: { perSocket: { perSecond: 10, burst: 20 } },
  /** A projector may ask for nothing, and is told so this often. */
  screenIntent: { perSocket: { perSecond: 5, burst: 10 } },
  /**
   * Answers of "slow down" one after another. A page sends all it has kept as soon as it is connected: three would
   * shut out a phone that comes out of a tunnel with fourteen taps; thirty in a row is no hand.
   */
  hastyIntent: { perSocket: { inARowMost: 30 } },
  /** What may wait for a slow client, which besides waits for one state at most: the console of a full class has 261 KiB. */
  unsent: { perSocket: { bytesMost: 512 * KIB, behindMsMost: 10_000 } },
  join: { perSession: { perSecond: 100, burst: 300 }, perAddress: { perSecond: 50, burst: 200 } },
  /**
   * From here on newcomers wait for the teacher. Joins within ten seconds: in a lobby, in a lesson where fewer sit already,
   * and from one device where others have addresses of their own; of one device so many wait at a time.
   */
  crowd: {
    perSession: { inLobbyMost: 400, inLessonLeast: 40 },
    perAddress: {
      windowMs: 10_000,
      devicePerWindow: 20,
      otherDevicesLeast: 5,
      waitingPerDeviceMost: 5,
      laterMs: 30_000,
    },
  },
  /** Codes that exist do not count. */
  wrongCode: { perAddress: { perSecond: 20 / 60, burst: 40 } },
  /** The same where somebody plays: behind that address is a class, and somebody in it mistypes. */
  wrongCodeWhereSeatsPlay: { perAddress: { perSecond: 60 / 60, burst: 120, seatsLeast: 5 } },
  /** The right key is never among them, and always answered at once. */
  wrongKey: { perAddress: { perSecond: 20 / 60, burst: 20, answersHeldMost: 50 } },
  /** Recordings that are brought in. */
  import: { perAddress: { perSecond: 10 / 3_600, burst: 10 } },
  request: { perSocket: { headersWithinMs: 10_000 } },
  /** A lesson of one's own has up to 2,000 rows of six long numbers, twice. */
  body: {
    perRequest: {
      bytesMost: 16 * KIB,
      lessonBytesMost: KIB * KIB,
      recordingBytesMost: RECORDING_LIMITS.fileBytes,
    },
  },
  /** Classes that play at the same time. */
  openSession: { perServer: { liveMost: 200 } },
} as const satisfies Readonly<Record<string, Row>>;
