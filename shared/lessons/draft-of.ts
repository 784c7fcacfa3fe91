import type { DataPlan } from '../datasets/data-plan.ts';
import type { DraftData, DraftMachine, DraftStage, LessonDraft } from './draft.ts';
import type { Lesson } from './lesson.ts';
import { usualDraft } from './usual-draft.ts';

/** A lesson as a draft, to be changed. */
export function draftOf(lesson: Lesson, title: string): LessonDraft {
  const data = draftData(lesson.data);
  const { network, settings, seatCap, parametersPerSeat } = lesson;
  return {
    title,
    data,
    layers: network.sizes.slice(1, -1),
    hidden: network.hidden,
    answer: { output: network.output, loss: network.loss },
    start: { kind: 'kept', parameters: lesson.start },
    stages: lesson.stages.map(draftStage),
    parametersPerSeat,
    kept: { settings, seatCap },
  };
}

function draftData(plan: DataPlan): DraftData {
  switch (plan.id) {
    case 'drawn':
      return {
        source: { kind: 'drawn', classes: plan.classes },
        seed: plan.seed,
        noise: 1,
        sizes: usualDraft().data.sizes,
      };
    case 'custom': {
      const { featureNames, classNames, rows, seed, sizes } = plan;
      return { source: { kind: 'table', table: { featureNames, classNames, rows } }, seed, noise: 1, sizes };
    }
    default: {
      const { id, seed, sizes } = plan;
      return { source: { kind: 'set', id }, seed, noise: 'noise' in plan ? plan.noise : 1, sizes };
    }
  }
}

function draftStage({ material, machine, ...plan }: Lesson['stages'][number], key: number): DraftStage {
  return {
    ...plan,
    key,
    machine: machine === null ? null : draftMachine(machine),
    on: material === null ? { kind: 'lesson' } : { kind: 'kept', material },
  };
}

function draftMachine({
  learningRate,
  batchSize,
  machineSpeed,
}: NonNullable<Lesson['stages'][number]['machine']>): DraftMachine {
  return { learningRate, batch: batchSize === null ? null : { size: batchSize }, machineSpeed };
}
