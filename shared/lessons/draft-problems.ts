import { EXAMPLES_PER_PART_MOST, type SplitSizes } from '../datasets/split.ts';
import { findNetworkProblems, NETWORK_LIMITS } from '../network/network-problems.ts';
import { createTopology, type NetworkSpec } from '../network/topology.ts';
import { isPlainText } from '../recording/plain-text.ts';
import { LIMITS } from '../session/limits.ts';
import { availableIn, shapeOf } from './change-draft.ts';
import type { DraftStage, LessonDraft, Typed } from './draft.ts';
import { STAGES_MOST } from './lesson.ts';

/** A field of the builder. Layers and stages are told by their place, from 0. */
export type DraftField =
  | 'title'
  | 'table'
  | 'noise'
  | 'seed'
  | keyof SplitSizes
  | 'layers'
  | `layer-${number}`
  | 'answer'
  | 'start'
  | 'stages'
  | `stage-${number}-${StageField}`
  | 'perSeat';

export type StageField =
  'minutes' | 'rounds' | 'fastForward' | 'stepSize' | 'learningRate' | 'batch' | 'machineSpeed' | 'examples';

/** What is wrong with a field, for a sentence beside it. */
export type DraftProblem = { readonly field: DraftField } & (
  | { readonly kind: 'no-title' | 'unfit-title' | 'no-table' | 'no-number' | 'whole-number' | 'no-stage' }
  | { readonly kind: 'long-title' | 'many-stages' | 'many-layers'; readonly most: number }
  | { readonly kind: 'out-of-range'; readonly least: number; readonly most: number }
  | { readonly kind: 'many-examples'; readonly asked: number; readonly available: number }
  | { readonly kind: 'needs-softmax'; readonly classes: number }
  | { readonly kind: 'many-parameters'; readonly found: number; readonly most: number }
);

type Range = { readonly least: number; readonly most: number; readonly whole: boolean };

/** Hidden layers: a network's most, without inputs and answers. */
export const HIDDEN_LAYERS_MOST = NETWORK_LIMITS.layersMost - 2;

const SEED: Range = { least: 0, most: 2 ** 32 - 1, whole: true };

/** Everything wrong with a draft, in the order of its fields; a draft without any can be built. */
export function draftProblems(draft: LessonDraft): readonly DraftProblem[] {
  return [
    ...titleProblems(draft.title),
    ...materialDraftProblems(draft),
    ...stagesProblems(draft),
    ...numberProblems('perSeat', draft.parametersPerSeat, whole(1, LIMITS.parametersPerNetwork)),
  ];
}

/** What is wrong with what the stages are played on. */
export function materialDraftProblems(draft: LessonDraft): readonly DraftProblem[] {
  const { start } = draft;
  return [
    ...dataProblems(draft),
    ...networkProblems(draft),
    ...(start.kind === 'seed' ? numberProblems('start', start.seed, SEED) : []),
  ];
}

/** The network of a draft whose layers are numbers; null before. */
export function networkOf({ data, layers, hidden, answer }: LessonDraft): NetworkSpec | null {
  const shape = shapeOf(data.source);
  const between = layers.filter((size) => size !== null);
  if (shape === null || between.length < layers.length) return null;
  const outputs = answer.output === 'softmax' ? shape.classes.length : 1;
  const network = { sizes: [shape.features.length, ...between, outputs], hidden, ...answer };
  return findNetworkProblems(network).length > 0 ? null : network;
}

function titleProblems(title: string): readonly DraftProblem[] {
  const most = LIMITS.lessonTitleCharacters;
  if (title.trim() === '') return [{ field: 'title', kind: 'no-title' }];
  if (title.trim().length > most) return [{ field: 'title', kind: 'long-title', most }];
  return isPlainText(title) ? [] : [{ field: 'title', kind: 'unfit-title' }];
}

export function dataProblems({ data }: LessonDraft): readonly DraftProblem[] {
  const { source, seed, noise, sizes } = data;
  const shape = shapeOf(source);
  if (shape === null) return [{ field: 'table', kind: 'no-table' }];
  if (source.kind === 'drawn') return numberProblems('seed', seed, SEED);
  // Two of each class, so that none is missing among the few that are learnt from.
  const part = whole(2 * shape.classes.length, EXAMPLES_PER_PART_MOST);
  const found = [
    ...numberProblems('training', sizes.training, part),
    ...numberProblems('validation', sizes.validation, part),
    ...numberProblems('test', sizes.test, part),
    ...numberProblems('noise', noise, { least: 0.05, most: 3, whole: false }),
    ...numberProblems('seed', seed, SEED),
  ];
  const asked = (sizes.training ?? 0) + (sizes.validation ?? 0) + (sizes.test ?? 0);
  const available = availableIn(source);
  return asked > available
    ? [...found, { field: 'training', kind: 'many-examples', asked, available }]
    : found;
}

function networkProblems(draft: LessonDraft): readonly DraftProblem[] {
  const { layers, answer, data } = draft;
  const size = whole(1, NETWORK_LIMITS.neuronsPerLayerMost);
  const found: DraftProblem[] = layers.flatMap((neurons, place) =>
    numberProblems(`layer-${place}`, neurons, size),
  );
  if (layers.length > HIDDEN_LAYERS_MOST)
    found.push({ field: 'layers', kind: 'many-layers', most: HIDDEN_LAYERS_MOST });
  const classes = shapeOf(data.source)?.classes.length ?? 2;
  if (classes > 2 && answer.output !== 'softmax')
    found.push({ field: 'answer', kind: 'needs-softmax', classes });
  const network = networkOf(draft);
  const parameters = network === null ? 0 : createTopology(network).parameterCount;
  const most = LIMITS.parametersPerNetwork;
  return parameters > most
    ? [...found, { field: 'layers', kind: 'many-parameters', found: parameters, most }]
    : found;
}

function stagesProblems({ stages, data }: LessonDraft): readonly DraftProblem[] {
  if (stages.length === 0) return [{ field: 'stages', kind: 'no-stage' }];
  const classes = shapeOf(data.source)?.classes.length ?? 2;
  const found = stages.flatMap((stage, place) => stageProblems(stage, place, classes));
  return stages.length > STAGES_MOST
    ? [{ field: 'stages', kind: 'many-stages', most: STAGES_MOST }, ...found]
    : found;
}

function stageProblems(stage: DraftStage, place: number, classes: number): readonly DraftProblem[] {
  const { minutes, rounds, fastForward, stepSize, machine, on } = stage;
  const check = (field: StageField, typed: Typed, range: Range): readonly DraftProblem[] =>
    numberProblems(`stage-${place}-${field}`, typed, range);
  const { learningRateLeast, learningRateMost, machineSpeedMost, batchSizeMost } = LIMITS;
  const rate = { least: learningRateLeast, most: learningRateMost, whole: false };
  return [
    ...check('minutes', minutes, { least: 0, most: 90, whole: false }),
    ...check('rounds', rounds, whole(1, 100)),
    ...check('fastForward', fastForward, whole(0, LIMITS.fastForwardRounds)),
    ...check('stepSize', stepSize, { least: LIMITS.stepSizeLeast, most: LIMITS.stepSizeMost, whole: false }),
    ...(machine === null ? [] : check('learningRate', machine.learningRate, rate)),
    ...(machine?.batch ? check('batch', machine.batch.size, whole(1, batchSizeMost)) : []),
    ...(machine === null
      ? []
      : check('machineSpeed', machine.machineSpeed, { least: 0, most: machineSpeedMost, whole: false })),
    ...(on.kind === 'few' ? check('examples', on.examples, whole(2 * classes, 60)) : []),
  ];
}

function numberProblems(
  field: DraftField,
  typed: Typed,
  { least, most, whole: isWhole }: Range,
): readonly DraftProblem[] {
  if (typed === null || !Number.isFinite(typed)) return [{ field, kind: 'no-number' }];
  if (typed < least || typed > most) return [{ field, kind: 'out-of-range', least, most }];
  return isWhole && !Number.isInteger(typed) ? [{ field, kind: 'whole-number' }] : [];
}

function whole(least: number, most: number): Range {
  return { least, most, whole: true };
}
