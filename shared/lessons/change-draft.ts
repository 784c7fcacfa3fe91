import { DATA_SETS } from '../datasets/catalogue.ts';
import { drawnNames } from '../datasets/drawn.ts';
import { examplesAvailable } from '../datasets/sample.ts';
import { usualSizes } from '../datasets/split.ts';
import type { DraftData, DraftSource, DraftStage, LessonDraft } from './draft.ts';
import { usualStage } from './usual-draft.ts';

/** How many classes and features a source has; null as long as there is no table. */
export function shapeOf(
  source: DraftSource,
): { readonly features: readonly string[]; readonly classes: readonly string[] } | null {
  if (source.kind === 'table')
    return source.table && { features: source.table.featureNames, classes: source.table.classNames };
  const { featureNames, classNames } =
    source.kind === 'drawn' ? drawnNames(source.classes) : DATA_SETS[source.id];
  return { features: featureNames, classes: classNames };
}

/** Examples that can be asked of a source; without end for what is made up. */
export function availableIn(source: DraftSource): number {
  if (source.kind === 'table') return source.table?.rows.length ?? 0;
  return source.kind === 'drawn' ? Infinity : examplesAvailable(DATA_SETS[source.id]);
}

/**
 * The draft on other data: sizes that they can bear, and an answer for each class where there are more than two.
 * The start was for the data before, so it is searched for anew.
 */
export function withSource(draft: LessonDraft, source: DraftSource): LessonDraft {
  const { sizes } = draft.data;
  const asked = (sizes.training ?? 0) + (sizes.validation ?? 0) + (sizes.test ?? 0);
  const available = availableIn(source);
  const isTable = source.kind === 'table' && source.table !== null;
  const fitting = isTable || asked > available ? usualSizes(Math.min(available, 1500)) : sizes;
  const classes = shapeOf(source)?.classes.length ?? 2;
  const answer =
    classes > 2 ? ({ output: 'softmax', loss: 'categorical-cross-entropy' } as const) : draft.answer;
  const stages = source.kind === 'drawn' ? draft.stages.map(onAllExamples) : draft.stages;
  return withData({ ...draft, answer, stages }, { source, sizes: available > 0 ? fitting : sizes });
}

export function withData(draft: LessonDraft, change: Partial<DraftData>): LessonDraft {
  return { ...draft, data: { ...draft.data, ...change }, start: afresh(draft) };
}

export function withNetwork(
  draft: LessonDraft,
  change: Partial<Pick<LessonDraft, 'layers' | 'hidden' | 'answer'>>,
): LessonDraft {
  return { ...draft, ...change, start: afresh(draft) };
}

export function withStage(draft: LessonDraft, key: number, change: Partial<DraftStage>): LessonDraft {
  return {
    ...draft,
    stages: draft.stages.map((stage) => (stage.key === key ? { ...stage, ...change } : stage)),
  };
}

export function withNewStage(draft: LessonDraft, kind: DraftStage['kind']): LessonDraft {
  const key = Math.max(-1, ...draft.stages.map((stage) => stage.key)) + 1;
  const stage = usualStage(kind, key);
  const added = draft.data.source.kind === 'drawn' ? onAllExamples(stage) : stage;
  return { ...draft, stages: [...draft.stages, added] };
}

export function withoutStage(draft: LessonDraft, key: number): LessonDraft {
  return { ...draft, stages: draft.stages.filter((stage) => stage.key !== key) };
}

/** The stage one place earlier or later; at the ends it stays. */
export function withStageMoved(draft: LessonDraft, key: number, by: -1 | 1): LessonDraft {
  const from = draft.stages.findIndex((stage) => stage.key === key);
  const moved = draft.stages[from];
  const other = draft.stages[from + by];
  if (moved === undefined || other === undefined) return draft;
  const stages = draft.stages.map((stage, place) =>
    place === from ? other : place === from + by ? moved : stage,
  );
  return { ...draft, stages };
}

/** Nobody can choose a few of the points before they are drawn. */
function onAllExamples(stage: DraftStage): DraftStage {
  return stage.on.kind === 'lesson' ? stage : { ...stage, on: { kind: 'lesson' } };
}

function afresh({ start }: LessonDraft): LessonDraft['start'] {
  return start.kind === 'kept' ? { kind: 'seed', seed: 1 } : start;
}
