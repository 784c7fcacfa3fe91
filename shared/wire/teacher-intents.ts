import * as v from 'valibot';
import { DRAWN_LIMITS } from '../datasets/drawn.ts';
import { LIMITS } from '../session/limits.ts';
import { settingsPatchSchema } from '../session/settings.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const seat = v.pipe(v.number(), v.integer(), v.minValue(1));
const seats = v.pipe(v.array(seat), v.minLength(1), v.maxLength(LIMITS.seatsAtOnce));
const parameter = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.parametersPerNetwork - 1));
/** The state's serial as this device saw it: two devices that press at once act once. */
const expected = count;

export const teacherIntentSchema = v.variant('kind', [
  /** The one big button: whatever comes next. */
  v.strictObject({ kind: v.literal('next'), expected }),
  /**
   * Enter any stage of the lesson: the next one, a later one, or this one again; from the pinned parameters, from
   * where the class has brought them, or as the lesson has it.
   */
  v.strictObject({
    kind: v.literal('enter-stage'),
    expected,
    stage: count,
    start: v.optional(v.nullable(v.picklist(['pinned', 'continue']))),
  }),
  v.strictObject({ kind: v.literal('practice'), expected }),
  v.strictObject({
    kind: v.literal('fast-forward'),
    expected,
    rounds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.fastForwardRounds)),
  }),
  /** Go on from a point of the history, by its index. */
  v.strictObject({ kind: v.literal('go-back'), expected, point: count }),
  v.strictObject({ kind: v.literal('pause') }),
  v.strictObject({ kind: v.literal('resume') }),
  /** Freeze the phones: look at the screen. */
  v.strictObject({ kind: v.literal('attention'), on: v.boolean() }),
  v.strictObject({ kind: v.literal('more-time') }),
  v.strictObject({ kind: v.literal('change-settings'), patch: settingsPatchSchema }),
  v.strictObject({ kind: v.literal('lock'), locked: v.boolean() }),
  v.strictObject({ kind: v.literal('new-code') }),
  /** Bots take seats until the class has this many. */
  v.strictObject({
    kind: v.literal('fill-with-bots'),
    seats: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.seatsPerSession)),
  }),
  v.strictObject({ kind: v.literal('remove-bots') }),
  v.strictObject({ kind: v.literal('remove-seat'), seat }),
  v.strictObject({ kind: v.literal('restore-seat'), seat }),
  /** Let in those of them who wait; who said that a seat was theirs gets that one. */
  v.strictObject({ kind: v.literal('admit-seats'), seats }),
  /** Show out those of them who wait or sit here. */
  v.strictObject({ kind: v.literal('remove-seats'), seats }),
  v.strictObject({ kind: v.literal('restore-seats'), seats }),
  v.strictObject({ kind: v.literal('mute-seat'), seat, muted: v.boolean() }),
  /** Null deals a new pseudonym. */
  v.strictObject({
    kind: v.literal('rename-seat'),
    seat,
    name: v.nullable(v.pipe(v.string(), v.maxLength(LIMITS.nicknameCharacters * 4))),
  }),
  v.strictObject({ kind: v.literal('reassign'), parameter, seat }),
  v.strictObject({ kind: v.literal('blank-screen'), blank: v.boolean() }),
  v.strictObject({ kind: v.literal('spotlight'), parameter: v.nullable(parameter) }),
  /** In `backprop`: show this example's numbers; null for the one that pulls hardest. */
  v.strictObject({ kind: v.literal('explain-example'), example: v.nullable(count) }),
  /** In `backprop`: compare this parameter's gradient with what a probe finds; null takes the comparison away. */
  v.strictObject({ kind: v.literal('check-gradient'), parameter: v.nullable(parameter) }),
  /** While the class draws: take away the points of a class, or all of them (null). `next` closes the drawing. */
  v.strictObject({
    kind: v.literal('clear-drawing'),
    classIndex: v.nullable(v.pipe(count, v.maxValue(DRAWN_LIMITS.classesMost - 1))),
  }),
  /** Draw on: until practice or the first stage. */
  v.strictObject({ kind: v.literal('open-drawing'), expected }),
  v.strictObject({ kind: v.literal('end-session') }),
]);
export type TeacherIntent = v.InferOutput<typeof teacherIntentSchema>;
