import * as v from 'valibot';
import { LIMITS } from '../session/limits.ts';
import { VOTES } from '../session/stages.ts';
import * as part from './schema-parts.ts';

/** The events of stages in which a machine descends, and the class votes, stops and bets. */

export const vote = v.picklist(VOTES);

/** One number for each of the machine's rounds. */
const curve = v.custom<readonly number[]>((value) => Array.isArray(value) && value.every(Number.isFinite));
/** Of the machine, counted from its stage's start. */
export const machineRound = part.whole;

export const descent = v.strictObject({
  learningRate: part.finite,
  batch: v.nullable(v.pipe(v.array(part.example), v.maxLength(part.EXAMPLES_MOST), v.readonly())),
  bounded: part.parameters,
  diverged: v.boolean(),
});

export const gradientCheck = v.strictObject({
  parameter: part.parameter,
  step: part.finite,
  probeDown: part.finite,
  probeUp: part.finite,
  difference: part.finite,
  gradient: part.finite,
});

const stops = v.pipe(
  v.array(v.strictObject({ round: machineRound, count: part.whole })),
  v.maxLength(LIMITS.seatsPerSession),
  v.readonly(),
);
const bySeat = { seat: part.seat, round: part.ordinal, intent: v.nullable(part.intent) } as const;

export const MACHINE_EVENT_SCHEMAS = {
  descended: v.strictObject({
    type: v.literal('descended'),
    round: part.ordinal,
    takenBy: v.picklist(['clock', 'teacher', 'fast-forward']),
    ...descent.entries,
    parameters: part.numbers,
    figures: part.figures,
    cost: part.cost,
    clock: v.nullable(part.clock),
  }),
  voted: v.strictObject({ type: v.literal('voted'), ...bySeat, vote }),
  stopped: v.strictObject({ type: v.literal('stopped'), ...bySeat, played: machineRound }),
  'stops-revealed': v.strictObject({
    type: v.literal('stops-revealed'),
    round: part.ordinal,
    seen: curve,
    validation: curve,
    best: v.strictObject({ round: machineRound, loss: part.finite, point: part.whole }),
    gap: part.finite,
    patience: part.whole,
    stops,
  }),
  'bet-placed': v.strictObject({
    type: v.literal('bet-placed'),
    ...bySeat,
    animal: part.example,
    answer: part.classIndex,
  }),
  'animal-answered': v.strictObject({
    type: v.literal('animal-answered'),
    round: part.ordinal,
    animal: part.example,
    outputs: part.numbers,
    predicted: part.classIndex,
    truth: part.classIndex,
    bets: v.pipe(v.array(part.whole), v.maxLength(part.CLASSES_MOST), v.readonly()),
  }),
  'example-explained': v.strictObject({
    type: v.literal('example-explained'),
    round: part.ordinal,
    example: v.nullable(part.example),
  }),
  'gradient-checked': v.strictObject({
    type: v.literal('gradient-checked'),
    round: part.ordinal,
    check: v.nullable(gradientCheck),
  }),
} as const;
