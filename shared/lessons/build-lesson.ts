import { makeDataSet } from '../datasets/make-data-set.ts';
import { startNearChance } from '../datasets/start-near-chance.ts';
import { createTopology, type NetworkSpec } from '../network/topology.ts';
import { shapeOf } from './change-draft.ts';
import {
  dataProblems,
  draftProblems,
  materialDraftProblems,
  networkOf,
  type DraftProblem,
} from './draft-problems.ts';
import type { DraftData, DraftMachine, DraftStage, LessonDraft, Typed } from './draft.ts';
import type { DataPlan } from '../datasets/data-plan.ts';
import { fewExamples, type ReadyPlan } from './few-examples.ts';
import type { LessonMaterial } from './lesson-problems.ts';
import { readLesson, type Lesson } from './lesson.ts';

/** The id of every lesson that somebody built: it goes by its title. */
const OWN_ID = 'own';

export type Built =
  | { readonly kind: 'lesson'; readonly lesson: Lesson }
  | { readonly kind: 'problems'; readonly problems: readonly DraftProblem[] };

/**
 * Builds the lesson that a draft describes, or says what is wrong with it, field by field. A start that is not pinned is
 * searched for: a network about as good as chance.
 */
export function buildLesson(draft: LessonDraft): Built {
  const problems = draftProblems(draft);
  const network = networkOf(draft);
  const shape = shapeOf(draft.data.source);
  if (problems.length > 0 || network === null || shape === null) return { kind: 'problems', problems };
  const data = planOf(draft.data);
  const classes = shape.classes.length;
  const made = { network, data, start: startOf(draft, network, data, classes) };
  const read = readLesson({
    id: OWN_ID,
    title: draft.title.trim(),
    ...made,
    stages: draft.stages.map((stage) => stagePlan(stage, made, classes)),
    settings: draft.kept.settings,
    seatCap: draft.kept.seatCap,
    parametersPerSeat: draft.parametersPerSeat,
  });
  // The draft's own rules are the lesson's, field by field: what slips through them is a bug of ours.
  if ('problems' in read)
    throw new Error(`a draft without problems should be a lesson: ${read.problems.join('; ')}`);
  return { kind: 'lesson', lesson: read.lesson };
}

/** The data of a draft as far as it says which; null before, and where the class has still to draw them. */
export function draftPlan(draft: LessonDraft): ReadyPlan | null {
  if (dataProblems(draft).length > 0) return null;
  const plan = planOf(draft.data);
  return plan.id === 'drawn' ? null : plan;
}

/** What the stages of a draft will be played on; null as long as its data, network or start have problems, or nobody has drawn. */
export function draftMaterial(draft: LessonDraft): LessonMaterial | null {
  const network = networkOf(draft);
  const shape = shapeOf(draft.data.source);
  if (network === null || shape === null || materialDraftProblems(draft).length > 0) return null;
  const data = planOf(draft.data);
  if (data.id === 'drawn') return null;
  return { network, data, start: startOf(draft, network, data, shape.classes.length) };
}

/** The data of a draft without problems. */
function planOf({ source, seed, noise, sizes }: DraftData): DataPlan {
  if (source.kind === 'drawn') return { id: 'drawn', seed: number(seed), classes: source.classes };
  const given = {
    seed: number(seed),
    sizes: {
      training: number(sizes.training),
      validation: number(sizes.validation),
      test: number(sizes.test),
    },
  };
  if (source.kind === 'table') {
    if (source.table === null) throw new Error('a draft without problems should have its table');
    return { id: 'custom', ...given, ...source.table };
  }
  const { id } = source;
  if (id === 'penguins' || id === 'penguins4') return { id, ...given };
  return { id, ...given, noise: number(noise) };
}

function startOf(
  { start }: LessonDraft,
  network: NetworkSpec,
  data: DataPlan,
  classes: number,
): readonly number[] {
  if (start.kind === 'kept') return start.parameters;
  const { training } = makeDataSet(data, network.output);
  return startNearChance(createTopology(network), training, classes, number(start.seed));
}

function stagePlan(
  { kind, minutes, rounds, fastForward, start, stepSize, stepPolicy, machine, on }: DraftStage,
  { network, data }: LessonMaterial,
  classes: number,
): object {
  const plan = { kind, minutes, rounds, fastForward, start, stepSize, stepPolicy };
  return { ...plan, machine: machine && machineOf(machine), material: materialOf() };

  function materialOf(): LessonMaterial | null {
    switch (on.kind) {
      case 'lesson':
        return null;
      case 'kept':
        return on.material;
      case 'few': {
        if (data.id === 'drawn') return null;
        const learningRate = machine?.learningRate ?? 0.5;
        return fewExamples(data, { network, classes }, { examples: number(on.examples), learningRate });
      }
    }
  }
}

function machineOf({ learningRate, batch, machineSpeed }: DraftMachine): object {
  return { learningRate, batchSize: batch === null ? null : batch.size, machineSpeed };
}

function number(typed: Typed): number {
  if (typed === null) throw new Error('a draft without problems should have a number in every field');
  return typed;
}
