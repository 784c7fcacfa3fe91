import * as v from 'valibot';
import { DRAWN_LIMITS } from '../datasets/drawn.ts';
import { LIMITS } from '../session/limits.ts';
import { NUDGE_SIZES } from '../session/nudges.ts';
import { VOTES } from '../session/stages.ts';

const round = v.pipe(v.number(), v.integer(), v.minValue(1));
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const onPlane = v.pipe(v.number(), v.minValue(-DRAWN_LIMITS.reach), v.maxValue(DRAWN_LIMITS.reach));
const parameter = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.parametersPerNetwork - 1));

/** Propose to raise (1), leave (0) or lower (−1) one of my parameters in the running round. */
export const nudgeIntentSchema = v.strictObject({
  kind: v.literal('nudge'),
  round,
  parameter,
  direction: v.picklist([-1, 0, 1]),
  size: v.picklist(NUDGE_SIZES),
});

/** In `backprop`: guess which way my parameter's arrow will point before its layer opens. */
export const guessArrowIntentSchema = v.strictObject({
  kind: v.literal('guess-arrow'),
  round,
  parameter,
  direction: v.picklist([-1, 0, 1]),
});

/** In `autopilot`: what I expect of this learning rate. */
export const voteIntentSchema = v.strictObject({ kind: v.literal('vote'), round, vote: v.picklist(VOTES) });

/** In `stop`, once: here I would stop. `round` is the one I see. */
export const stopIntentSchema = v.strictObject({ kind: v.literal('stop'), round });

/** In `test`: what this animal is, as the index of a class. */
export const betIntentSchema = v.strictObject({
  kind: v.literal('bet'),
  round,
  animal: index,
  answer: index,
});

/** While the class draws: a point, as its place on the plane and its class. */
export const drawPointIntentSchema = v.strictObject({
  kind: v.literal('draw-point'),
  x: onPlane,
  y: onPlane,
  classIndex: v.pipe(index, v.maxValue(DRAWN_LIMITS.classesMost - 1)),
});

/** Take back the last point I drew. */
export const erasePointIntentSchema = v.strictObject({ kind: v.literal('erase-point') });

/** Call me something else. Only where the teacher allows free names; otherwise a new pseudonym is dealt (null). */
export const renameIntentSchema = v.strictObject({
  kind: v.literal('rename'),
  name: v.nullable(v.pipe(v.string(), v.maxLength(LIMITS.nicknameCharacters * 4))),
});

/** I leave the class for good. */
export const leaveIntentSchema = v.strictObject({ kind: v.literal('leave') });

export const studentIntentSchema = v.variant('kind', [
  nudgeIntentSchema,
  guessArrowIntentSchema,
  voteIntentSchema,
  stopIntentSchema,
  betIntentSchema,
  drawPointIntentSchema,
  erasePointIntentSchema,
  renameIntentSchema,
  leaveIntentSchema,
]);
export type StudentIntent = v.InferOutput<typeof studentIntentSchema>;
