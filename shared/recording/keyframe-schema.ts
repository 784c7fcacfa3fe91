import * as v from 'valibot';
import { HOLD_REASONS } from '../session/hold-reason.ts';
import { LIMITS } from '../session/limits.ts';
import { settingsSchema } from '../session/settings.ts';
import { STAGE_KINDS } from '../session/stages.ts';
import { drawing, drawnMaterial } from './drawing-schema.ts';
import { EVENT_SCHEMAS } from './event-schema.ts';
import { RECORDING_LIMITS } from './limits.ts';
import { descent, gradientCheck, MACHINE_EVENT_SCHEMAS, machineRound, vote } from './machine-schema.ts';
import * as part from './schema-parts.ts';
import { network } from './setup-schema.ts';

/** What of a state a keyframe keeps (keyframe.ts). Tables are lists of pairs, in the order of the state's own. */

const bySeat = <Schema extends v.GenericSchema>(value: Schema) =>
  v.pipe(v.array(v.strictTuple([part.seat, value])), v.maxLength(RECORDING_LIMITS.seats), v.readonly());
const byParameter = <Schema extends v.GenericSchema>(value: Schema) =>
  v.pipe(
    v.array(v.strictTuple([part.parameter, value])),
    v.maxLength(LIMITS.parametersPerNetwork),
    v.readonly(),
  );

const stage = v.strictObject({
  index: v.pipe(v.number(), v.safeInteger(), v.minValue(-1)),
  kind: v.picklist(STAGE_KINDS),
  network,
  stepPolicy: v.picklist(['fixed', 'cooling', 'adaptive']),
  stepSizes: part.numbers,
  lastMoves: part.numbers,
  roundsPlayed: part.whole,
  cost: part.cost,
});

const openedLayer = v.strictObject({ gradient: part.numbers, errors: part.numbers });

const round = v.strictObject({
  id: part.ordinal,
  phase: part.phase,
  opened: v.pipe(v.array(v.strictTuple([part.layer, openedLayer])), v.readonly()),
  nudges: byParameter(bySeat(v.strictObject({ ...part.nudge.entries, probe: part.probe }))),
  guesses: byParameter(bySeat(part.direction)),
  probed: byParameter(v.pipe(v.array(part.nudgeSize), v.readonly())),
  nudgeCounts: bySeat(part.whole),
  outcome: v.nullable(
    v.strictObject({
      step: EVENT_SCHEMAS['step-taken'],
      parametersBefore: part.numbers,
      figuresBefore: part.figures,
      takenBack: v.boolean(),
    }),
  ),
  descent: v.nullable(descent),
  example: v.nullable(part.example),
  check: v.nullable(gradientCheck),
});

const ballot = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({ kind: v.literal('votes'), votes: bySeat(vote) }),
  v.strictObject({
    kind: v.literal('stops'),
    stops: bySeat(machineRound),
    revealed: v.nullable(MACHINE_EVENT_SCHEMAS['stops-revealed']),
  }),
  v.strictObject({
    kind: v.literal('bets'),
    bets: bySeat(part.classIndex),
    answered: v.pipe(
      v.array(MACHINE_EVENT_SCHEMAS['animal-answered']),
      v.maxLength(part.EXAMPLES_MOST),
      v.readonly(),
    ),
  }),
]);

const historyPoint = v.strictObject({
  kind: v.picklist(['start', 'step', 'back']),
  round: v.nullable(part.ordinal),
  from: v.nullable(part.whole),
  stage,
  figures: part.figures,
  parameters: part.numbers,
  takenBack: v.nullable(part.figures),
  fast: v.boolean(),
});

const seat = v.strictObject({
  seat: part.seat,
  bot: part.bot,
  membership: v.picklist(['waiting', 'seated', 'left', 'removed', 'turned-away']),
  presence: v.picklist(['present', 'absent', 'minded']),
  muted: v.boolean(),
  joinedAtMs: v.nullable(part.age),
  claims: v.nullable(part.seat),
  became: v.nullable(part.seat),
  agreed: part.whole,
  nudges: part.whole,
  uphill: v.pipe(
    v.array(v.strictObject({ nudges: part.whole, uphill: part.whole })),
    v.maxLength(10),
    v.readonly(),
  ),
});

export const keyframeSchema = v.strictObject({
  settings: settingsSchema,
  code: part.shortText,
  locked: v.boolean(),
  held: v.nullable(v.picklist(HOLD_REASONS)),
  activity: v.variant('kind', [
    v.strictObject({ kind: v.literal('lobby') }),
    v.strictObject({ kind: v.literal('stage'), stage, round: v.nullable(round), ballot }),
    v.strictObject({ kind: v.literal('ended'), stage: v.nullable(stage) }),
  ]),
  clock: part.clock,
  serial: part.whole,
  parameters: part.numbers,
  figures: part.figures,
  seats: v.pipe(v.array(seat), v.maxLength(RECORDING_LIMITS.seats), v.readonly()),
  owners: part.owners,
  reassignments: v.pipe(
    v.array(v.strictObject({ parameter: part.parameter, seat: part.seat })),
    v.readonly(),
  ),
  /** How many points the curve has, and the last of them whole; the rest is in the timeline. */
  history: v.strictObject({ length: part.whole, last: v.nullable(historyPoint) }),
  roundCount: part.whole,
  teacherPresent: v.boolean(),
  blank: v.boolean(),
  spotlight: v.nullable(part.parameter),
  rosterVersion: part.whole,
  drawing: v.nullable(drawing),
  /** Null where the session's data are in its first event. */
  drawn: v.nullable(drawnMaterial),
});
export type Keyframe = v.InferOutput<typeof keyframeSchema>;
