import * as v from 'valibot';

/** GET /api/health, with the teacher key or a console's token: how the server that answers fares just now. */

const count = v.pipe(v.number(), v.minValue(0));

export const HEALTH_TROUBLES = [
  'saving', // the store does not answer, or refuses
  'late', // the server gets late to what is due
  'slow-answers', // what a class sends is acknowledged late
  'stood-still', // the process did nothing for over a second
  'slow-clients', // several connections were let go since they do not read
] as const;
export type HealthTrouble = (typeof HEALTH_TROUBLES)[number];

const figuresSchema = v.object({
  /** How late the server got to what was due, 99 times in 100. */
  eventLoopDelayMs: count,
  /** How long an acknowledgement took, 99 times in 100. */
  answerMs: count,
  saving: v.boolean(),
  slowDropped: count,
  standstills: count,
  connections: count,
  memoryMegabytes: count,
});
export type HealthFigures = v.InferOutput<typeof figuresSchema>;

export const healthSchema = v.object({
  light: v.picklist(['green', 'amber', 'red']),
  /** The gravest first; none where the light is green. */
  troubles: v.array(v.picklist(HEALTH_TROUBLES)),
  /** All of the last quarter to half minute. */
  figures: figuresSchema,
});
export type HealthReading = v.InferOutput<typeof healthSchema>;
export type HealthLight = HealthReading['light'];
