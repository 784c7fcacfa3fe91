import * as v from 'valibot';
import type { PauseReason } from '../session/clock.ts';
import type { Owners } from '../session/events.ts';
import type { SeatNumber } from '../session/ids.ts';
import { LIMITS } from '../session/limits.ts';
import { NUDGE_SIZES } from '../session/nudges.ts';
import { NETWORK_LIMITS } from '../network/network-problems.ts';
import { RECORDING_LIMITS } from './limits.ts';
import { plainText } from './plain-text.ts';

/** What events and keyframes are made of. Each list has its most; each number is finite, as events promise. */

export const EXAMPLES_MOST = 2_000;
export const CLASSES_MOST = 8;

export const finite = v.pipe(v.number(), v.finite());
export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const ordinal = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** Milliseconds since a class opened. */
export const age = v.pipe(finite, v.minValue(0));
export const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const shortText = plainText(64);
/** The key of a built-in lesson, or a teacher's own title. */
export const lessonName = plainText(LIMITS.lessonTitleCharacters);

/** Of a network, counted from 1; inputs are layer 0. */
export const layer = v.pipe(whole, v.maxValue(NETWORK_LIMITS.layersMost));

/** The place of an example, or of a class, in its list; and a machine's round, counted from its stage's start. */
export const example = v.pipe(whole, v.maxValue(EXAMPLES_MOST - 1));
export const classIndex = v.pipe(whole, v.maxValue(CLASSES_MOST - 1));

const isSeat = (value: unknown): value is SeatNumber =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= RECORDING_LIMITS.seats;
export const seat = v.custom<SeatNumber>(isSeat);

/** One number a parameter. Checked in one go: they are most of what a recording holds. */
export const numbers = v.custom<readonly number[]>(
  (value) =>
    Array.isArray(value) && value.length <= LIMITS.parametersPerNetwork && value.every(Number.isFinite),
);

export const parameter = v.pipe(whole, v.maxValue(LIMITS.parametersPerNetwork - 1));
export const parameters = v.pipe(v.array(parameter), v.maxLength(LIMITS.parametersPerNetwork), v.readonly());

export const owners = v.custom<Owners>(
  (value) =>
    Array.isArray(value) &&
    value.length <= LIMITS.parametersPerNetwork &&
    value.every(
      (one: unknown) => Array.isArray(one) && one.length <= LIMITS.seatsPerSession && one.every(isSeat),
    ),
);

export const figures = v.strictObject({
  loss: finite,
  accuracy: share,
  validationLoss: finite,
  validationAccuracy: share,
});
/** Passes over the seen examples; a step that looks at some of them costs that part of one. */
export const passes = v.pipe(finite, v.minValue(0));
export const cost = v.strictObject({ forward: passes, backward: passes });
export const probe = v.nullable(v.strictObject({ down: finite, up: finite }));
export const direction = v.picklist([-1, 0, 1]);
export const nudgeSize = v.picklist(NUDGE_SIZES);
export const nudge = v.strictObject({ direction, size: nudgeSize });

export const bot = v.nullable(
  v.strictObject({ kind: v.picklist(['random', 'probing', 'gradient', 'contrary']), wrong: share }),
);

export const seatOutcome = v.strictObject({
  seat,
  alone: finite,
  agreed: whole,
  nudges: whole,
  cancelled: parameters,
});

/** Which message of which page asked for it. */
export const intent = v.strictObject({
  instance: v.pipe(v.string(), v.regex(/^[\w-]{1,32}$/u)),
  seq: whole,
});

const PAUSE_REASONS = [
  'teacher',
  'attention',
  'server-slept',
  'store',
] as const satisfies readonly PauseReason[];
const timeLeft = v.strictObject({ remainingMs: finite, totalMs: finite });

export const clock = v.variant('kind', [
  v.strictObject({ kind: v.literal('off') }),
  v.strictObject({ kind: v.literal('running'), ...timeLeft.entries }),
  v.strictObject({
    kind: v.literal('paused'),
    reasons: v.pipe(v.array(v.picklist(PAUSE_REASONS)), v.maxLength(PAUSE_REASONS.length), v.readonly()),
    left: v.nullable(timeLeft),
  }),
]);

export const phase = v.variant('kind', [
  v.strictObject({ kind: v.literal('predict'), layer }),
  v.strictObject({ kind: v.literal('compare') }),
  v.strictObject({ kind: v.literal('backward'), layer }),
  v.strictObject({ kind: v.literal('nudge') }),
  v.strictObject({ kind: v.literal('adjust') }),
  v.strictObject({ kind: v.literal('vote') }),
  v.strictObject({ kind: v.literal('run') }),
  v.strictObject({ kind: v.literal('reveal') }),
  v.strictObject({ kind: v.literal('bet'), animal: example }),
  v.strictObject({ kind: v.literal('answer'), animal: example }),
  v.strictObject({ kind: v.literal('score') }),
]);
