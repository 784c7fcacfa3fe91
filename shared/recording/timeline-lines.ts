import * as v from 'valibot';
import type { NetworkSpec } from '../network/topology.ts';
import { STAGE_KINDS } from '../session/stages.ts';
import { RecordingError } from './recording-error.ts';
import * as part from './schema-parts.ts';
import type { TimelinePoint } from './timeline.ts';

/** Lines stay short of what a reader takes, however long the class was. */
export const POINTS_PER_LINE = 1_000;

const column = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.custom<readonly v.InferOutput<Schema>[]>(
    (values) => Array.isArray(values) && values.every((value) => v.is(schema, value)),
  );

/** A table of points by its columns: there are thousands, and all are read before anything is shown. */
export const pointsLineSchema = v.strictObject({
  points: v.strictObject({
    version: column(part.ordinal),
    takenBackAt: column(v.nullable(part.ordinal)),
    kind: column(v.picklist(['start', 'step', 'back'])),
    round: column(v.nullable(part.ordinal)),
    from: column(v.nullable(part.whole)),
    stage: column(v.pipe(v.number(), v.safeInteger(), v.minValue(-1))),
    stageKind: column(v.picklist(STAGE_KINDS)),
    /** By its place among the file's networks. */
    network: column(part.whole),
    stepPolicy: column(v.picklist(['fixed', 'cooling', 'adaptive'])),
    roundsPlayed: column(part.whole),
    forward: column(part.passes),
    backward: column(part.passes),
    loss: column(part.finite),
    accuracy: column(part.share),
    validationLoss: column(part.finite),
    validationAccuracy: column(part.share),
    takenBack: column(v.nullable(part.figures)),
    fast: column(v.boolean()),
  }),
});
type Columns = v.InferOutput<typeof pointsLineSchema>['points'];

/** The points of one line. `placeOf` says where a network is among the file's. */
export function columnsOf(
  points: readonly TimelinePoint[],
  placeOf: (network: NetworkSpec) => number,
): Columns {
  return {
    version: points.map((point) => point.version),
    takenBackAt: points.map((point) => point.takenBackAt),
    kind: points.map((point) => point.kind),
    round: points.map((point) => point.round),
    from: points.map((point) => point.from),
    stage: points.map((point) => point.stage),
    stageKind: points.map((point) => point.stageKind),
    network: points.map((point) => placeOf(point.network)),
    stepPolicy: points.map((point) => point.stepPolicy),
    roundsPlayed: points.map((point) => point.roundsPlayed),
    forward: points.map((point) => point.cost.forward),
    backward: points.map((point) => point.cost.backward),
    loss: points.map((point) => point.figures.loss),
    accuracy: points.map((point) => point.figures.accuracy),
    validationLoss: points.map((point) => point.figures.validationLoss),
    validationAccuracy: points.map((point) => point.figures.validationAccuracy),
    takenBack: points.map((point) => point.takenBack),
    fast: points.map((point) => point.fast),
  };
}

/** The points that one line holds. @throws RecordingError for columns of different lengths, or a network that is not there */
export function pointsOf(columns: Columns, networks: readonly NetworkSpec[]): readonly TimelinePoint[] {
  return columns.version.map((version, row) => ({
    version,
    takenBackAt: cell(columns.takenBackAt, row),
    kind: cell(columns.kind, row),
    round: cell(columns.round, row),
    from: cell(columns.from, row),
    stage: cell(columns.stage, row),
    stageKind: cell(columns.stageKind, row),
    network: cell(networks, cell(columns.network, row)),
    stepPolicy: cell(columns.stepPolicy, row),
    roundsPlayed: cell(columns.roundsPlayed, row),
    cost: { forward: cell(columns.forward, row), backward: cell(columns.backward, row) },
    figures: {
      loss: cell(columns.loss, row),
      accuracy: cell(columns.accuracy, row),
      validationLoss: cell(columns.validationLoss, row),
      validationAccuracy: cell(columns.validationAccuracy, row),
    },
    takenBack: cell(columns.takenBack, row),
    fast: cell(columns.fast, row),
  }));
}

function cell<Value>(column: readonly Value[], row: number): Value {
  const value = column[row];
  if (value === undefined) throw new RecordingError('malformed', 'a table of points has a gap');
  return value;
}
