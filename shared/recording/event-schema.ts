import * as v from 'valibot';
import type { ClockReason, SessionEvent } from '../session/events.ts';
import { HOLD_REASONS } from '../session/hold-reason.ts';
import { LIMITS } from '../session/limits.ts';
import { settingsSchema } from '../session/settings.ts';
import { DRAWING_EVENT_SCHEMAS } from './drawing-schema.ts';
import { MACHINE_EVENT_SCHEMAS } from './machine-schema.ts';
import * as part from './schema-parts.ts';
import { sessionSetup, stageFacts } from './setup-schema.ts';

const CLOCK_REASONS = [
  'mark',
  'pause',
  'resume',
  'more-time',
  'last-chance',
  'pace',
  'teacher-away',
  'teacher-back',
] as const satisfies readonly ClockReason[];

const code = v.pipe(v.string(), v.regex(/^[A-Z0-9]{1,16}$/u));
const ofSeat = <Type extends string>(type: Type) =>
  v.strictObject({ type: v.literal(type), seat: part.seat });
const alone = <Type extends string>(type: Type) => v.strictObject({ type: v.literal(type) });

/** What an event that comes from elsewhere has to look like, by its type. */
export const EVENT_SCHEMAS = {
  'session-opened': v.strictObject({
    type: v.literal('session-opened'),
    setup: sessionSetup,
    code,
    figures: part.figures,
  }),
  'session-ended': alone('session-ended'),
  'code-changed': v.strictObject({ type: v.literal('code-changed'), code }),
  'session-locked': v.strictObject({ type: v.literal('session-locked'), locked: v.boolean() }),
  'settings-changed': v.strictObject({
    type: v.literal('settings-changed'),
    settings: settingsSchema,
    stepSizes: v.nullable(part.numbers),
  }),
  'roster-changed': v.strictObject({ type: v.literal('roster-changed'), rosterVersion: part.whole }),
  'seat-joined': v.strictObject({
    type: v.literal('seat-joined'),
    seat: part.seat,
    bot: part.bot,
    waits: v.boolean(),
    claims: v.nullable(part.seat),
    atMs: v.nullable(part.age),
  }),
  'seat-admitted': ofSeat('seat-admitted'),
  'seat-reclaimed': v.strictObject({ type: v.literal('seat-reclaimed'), seat: part.seat, by: part.seat }),
  'newcomers-held': v.strictObject({ type: v.literal('newcomers-held'), why: v.picklist(HOLD_REASONS) }),
  'seat-connected': ofSeat('seat-connected'),
  'seat-disconnected': ofSeat('seat-disconnected'),
  'seat-minded': ofSeat('seat-minded'),
  'seat-left': ofSeat('seat-left'),
  'seat-removed': ofSeat('seat-removed'),
  'seat-restored': ofSeat('seat-restored'),
  'seat-muted': v.strictObject({ type: v.literal('seat-muted'), seat: part.seat, muted: v.boolean() }),
  'teacher-came': alone('teacher-came'),
  'teacher-went': alone('teacher-went'),
  'stage-entered': v.strictObject({
    type: v.literal('stage-entered'),
    why: v.picklist(['next', 'skip', 'restart', 'practice']),
    facts: stageFacts,
  }),
  'ownership-changed': v.strictObject({ type: v.literal('ownership-changed'), owners: part.owners }),
  'round-opened': v.strictObject({ type: v.literal('round-opened'), round: part.ordinal }),
  'phase-entered': v.strictObject({
    type: v.literal('phase-entered'),
    round: part.ordinal,
    phase: part.phase,
    clock: part.clock,
    backward: v.nullable(v.strictObject({ layer: part.layer, gradient: part.numbers, errors: part.numbers })),
  }),
  'clock-set': v.strictObject({
    type: v.literal('clock-set'),
    clock: part.clock,
    why: v.picklist(CLOCK_REASONS),
  }),
  nudged: v.strictObject({
    type: v.literal('nudged'),
    seat: part.seat,
    round: part.ordinal,
    parameter: part.parameter,
    nudge: part.nudge,
    probe: part.probe,
    intent: v.nullable(part.intent),
  }),
  'arrow-guessed': v.strictObject({
    type: v.literal('arrow-guessed'),
    seat: part.seat,
    round: part.ordinal,
    parameter: part.parameter,
    direction: part.direction,
    intent: part.intent,
  }),
  'step-taken': v.strictObject({
    type: v.literal('step-taken'),
    round: part.ordinal,
    closedBy: v.picklist(['teacher', 'deadline', 'everybody', 'fast-forward']),
    multiples: part.numbers,
    moves: part.numbers,
    parameters: part.numbers,
    bounded: part.parameters,
    stepSizes: part.numbers,
    figures: part.figures,
    effects: v.strictObject({ together: part.finite, sumAlone: part.finite, perParameter: part.numbers }),
    gradient: part.numbers,
    seats: v.pipe(v.array(part.seatOutcome), v.maxLength(LIMITS.seatsPerSession), v.readonly()),
    cost: part.cost,
  }),
  'step-taken-back': v.strictObject({
    type: v.literal('step-taken-back'),
    round: part.ordinal,
    parameters: part.numbers,
    figures: part.figures,
  }),
  'went-back': v.strictObject({ type: v.literal('went-back'), point: part.whole, facts: stageFacts }),
  'parameter-reassigned': v.strictObject({
    type: v.literal('parameter-reassigned'),
    parameter: part.parameter,
    seat: part.seat,
  }),
  ...MACHINE_EVENT_SCHEMAS,
  ...DRAWING_EVENT_SCHEMAS,
  'screen-blanked': v.strictObject({ type: v.literal('screen-blanked'), blank: v.boolean() }),
  'parameter-spotlighted': v.strictObject({
    type: v.literal('parameter-spotlighted'),
    parameter: v.nullable(part.parameter),
  }),
} as const satisfies Readonly<Record<SessionEvent['type'], v.GenericSchema>>;

/** Whether something read from a file is an event, to the last field and no field more. */
export function isEvent(value: unknown): value is SessionEvent {
  if (typeof value !== 'object' || value === null || !('type' in value)) return false;
  const schema = schemas.get(value.type);
  return schema !== undefined && v.is(schema, value);
}

/** A map, since an object would also know events called `constructor` and `toString`. */
const schemas: ReadonlyMap<unknown, v.GenericSchema> = new Map(Object.entries(EVENT_SCHEMAS));
