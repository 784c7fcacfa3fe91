import { RECORDING_LIMITS } from '../../shared/recording/limits.ts';
import type { Rate } from '../net/limits.ts';

/** Every bound of the HTTP door, named once, with its unit. Addresses are limited last: a school shares one. */
export const HTTP_LIMITS = {
  bodyBytes: 16 * 1_024,
  /** Of a class that is opened with a lesson of its own: 2,000 rows of six long numbers, twice. */
  lessonBytes: 1_024 * 1_024,
  /** Of a recording that is brought in, the one body that is larger; per address so many an hour. */
  importBytes: RECORDING_LIMITS.fileBytes,
  imports: { perSecond: 10 / 3_600, burst: 10 },
  /** Per address; codes that exist do not count. */
  wrongCodes: { perSecond: 20 / 60, burst: 40 },
  joinsPerAddress: { perSecond: 50, burst: 200 },
  joinsPerCode: { perSecond: 100, burst: 300 },
  /** Per address; more are told to slow down. The right key is never among them. */
  wrongKeys: { perSecond: 20 / 60, burst: 20 },
  /** Answers to wrong keys that one address may keep waiting at a time. */
  heldAnswers: 50,
  /** Requests between two clearings of what is remembered of addresses. */
  requestsBetweenSweeps: 256,
} as const satisfies Record<string, number | Rate>;
