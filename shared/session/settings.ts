import * as v from 'valibot';
import { LIMITS } from './limits.ts';

/** How the machine of `autopilot` and `stop` descends: what a stage may set when it is entered. */
export const machineSettingsSchema = v.strictObject({
  learningRate: v.pipe(
    v.number(),
    v.finite(),
    v.minValue(LIMITS.learningRateLeast),
    v.maxValue(LIMITS.learningRateMost),
  ),
  /** Examples a machine's step looks at; null is all of them. */
  batchSize: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.batchSizeMost))),
  /** Steps a second; 0 is one at each press of the button. */
  machineSpeed: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(LIMITS.machineSpeedMost)),
});
export type MachineSettings = v.InferOutput<typeof machineSettingsSchema>;

/**
 * What the teacher may turn while the class plays. A setting says how rounds are played from the next
 * decision on; it never changes what has happened.
 */
export const settingsSchema = v.strictObject({
  /** Time to nudge, in seconds; null leaves the round untimed. */
  roundSeconds: v.nullable(
    v.pipe(
      v.number(),
      v.integer(),
      v.minValue(LIMITS.roundSecondsLeast),
      v.maxValue(LIMITS.roundSecondsMost),
    ),
  ),
  /** When a round closes by itself, besides its deadline: everybody present, nine in ten of them, or never. */
  closeRule: v.picklist(['all', 'ninety-percent', 'teacher']),
  /** How several owners' nudges of one parameter become one move. */
  aggregation: v.picklist(['mean', 'majority', 'median']),
  /** How far a nudge of size 1 moves a parameter at the start of a stage. */
  stepSize: v.pipe(v.number(), v.finite(), v.minValue(LIMITS.stepSizeLeast), v.maxValue(LIMITS.stepSizeMost)),
  stepPolicy: v.picklist(['fixed', 'cooling', 'adaptive']),
  ...machineSettingsSchema.entries,
  pace: v.variant('kind', [
    v.strictObject({ kind: v.literal('manual') }),
    v.strictObject({ kind: v.literal('automatic'), speed: v.picklist([0.5, 1, 2, 4]) }),
  ]),
  /** Whoever joins waits until the teacher lets them in. Who comes back to a seat never does. */
  approveNewcomers: v.boolean(),
  /** Free nicknames, filtered, instead of generated pseudonyms only. */
  freeNames: v.boolean(),
  /** What the caretaker does with the parameters of an absent owner. */
  caretaker: v.picklist(['hold', 'probe', 'gradient']),
  /** Absence, in seconds, after which the caretaker minds a seat's parameters. */
  absenceGraceSeconds: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(0),
    v.maxValue(LIMITS.absenceGraceSecondsMost),
  ),
  /** Owners' pseudonyms on the projector's edges. */
  namesOnEdges: v.boolean(),
  /** Whether phones show the stage's hints (both values and the curve in `probe`, the gradient in `backprop`). */
  hints: v.boolean(),
  /** Whether the teacher's table shows how often each seat agreed with the gradient. */
  agreementColumn: v.boolean(),
});

export type Settings = v.InferOutput<typeof settingsSchema>;

/** Some of the settings, as a teacher changes them. */
export const settingsPatchSchema = v.partial(settingsSchema);
export type SettingsPatch = v.InferOutput<typeof settingsPatchSchema>;

export const DEFAULT_SETTINGS: Settings = {
  roundSeconds: 20,
  closeRule: 'all',
  aggregation: 'mean',
  stepSize: 0.3,
  stepPolicy: 'fixed',
  learningRate: 0.5,
  batchSize: null,
  machineSpeed: 2,
  pace: { kind: 'manual' },
  approveNewcomers: false,
  freeNames: false,
  caretaker: 'probe',
  absenceGraceSeconds: 10,
  namesOnEdges: false,
  hints: true,
  agreementColumn: false,
};
