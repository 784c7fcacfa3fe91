import { describe, expect, it } from 'vitest';
import { DATA_SETS, type DataSetId } from '../../../shared/datasets/catalogue.ts';
import { makeDataSet } from '../../../shared/datasets/make-data-set.ts';
import { buildLesson } from '../../../shared/lessons/build-lesson.ts';
import { LESSONS } from '../../../shared/lessons/catalogue.ts';
import {
  withData,
  withNetwork,
  withNewStage,
  withoutStage,
  withSource,
  withStage,
  withStageMoved,
} from '../../../shared/lessons/change-draft.ts';
import { draftOf } from '../../../shared/lessons/draft-of.ts';
import type { LessonDraft } from '../../../shared/lessons/draft.ts';
import { lessonFromFragment, lessonToFragment } from '../../../shared/lessons/lesson-link.ts';
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import { ownershipPlan } from '../../../shared/lessons/ownership-plan.ts';
import { usualDraft } from '../../../shared/lessons/usual-draft.ts';
import { evaluate } from '../../../shared/network/evaluate.ts';
import { createTopology } from '../../../shared/network/topology.ts';
import { STAGE_KINDS } from '../../../shared/session/stages.ts';

const DRAFT: LessonDraft = { ...usualDraft(), title: 'Los perros de 3.º B' };
const IDS = Object.keys(DATA_SETS) as DataSetId[]; // a record's own keys

function built(draft: LessonDraft): Lesson {
  const made = buildLesson(draft);
  if (made.kind === 'problems') throw new Error(JSON.stringify(made.problems));
  return made.lesson;
}

function problemsOf(draft: LessonDraft): readonly unknown[] {
  const made = buildLesson(draft);
  return made.kind === 'problems' ? made.problems : [];
}

function accuracyAtStart({ network, data, start }: Pick<Lesson, 'network' | 'data' | 'start'>): number {
  return evaluate(createTopology(network), start, makeDataSet(data, network.output).training).accuracy;
}

const TABLE = {
  featureNames: ['largo', 'ancho', 'peso'],
  classNames: ['a', 'b', 'c'],
  rows: Array.from({ length: 60 }, (_, row) => [row, (row * 7) % 11, Math.sin(row), row % 3]),
};

describe('a lesson of one’s own', () => {
  it('begins as a lesson that can be played: the class starts like a coin', () => {
    const lesson = built(DRAFT);
    expect(lesson).toMatchObject({ id: 'own', title: 'Los perros de 3.º B', network: { sizes: [2, 4, 1] } });
    expect(Math.abs(accuracyAtStart(lesson) - 0.5)).toBeLessThanOrEqual(0.05);
  });

  it.each(IDS)('can be played on %s', (id) => {
    const lesson = built(withSource(DRAFT, { kind: 'set', id }));
    const { classNames } = DATA_SETS[id];
    expect(lesson.network.sizes[0]).toBe(DATA_SETS[id].featureNames.length);
    expect(Math.abs(accuracyAtStart(lesson) - 1 / classNames.length)).toBeLessThanOrEqual(0.12);
  });

  it('can be played on a teacher’s table, with an answer for each of its classes', () => {
    const lesson = built(withSource(DRAFT, { kind: 'table', table: TABLE }));
    expect(lesson.network).toMatchObject({ sizes: [3, 4, 3], output: 'softmax' });
    expect(lesson.data).toMatchObject({ id: 'custom', sizes: { training: 36, validation: 12, test: 12 } });
  });

  it('is the same for the same seeds, and another for others', () => {
    expect(built(DRAFT)).toEqual(built(DRAFT));
    expect(built({ ...DRAFT, start: { kind: 'seed', seed: 2 } }).start).not.toEqual(built(DRAFT).start);
    expect(built(withData(DRAFT, { seed: 2 })).start).not.toEqual(built(DRAFT).start);
  });

  it.each(STAGE_KINDS.filter((kind) => kind !== 'practice'))('may have the stage %s', (kind) => {
    expect(built(withNewStage(DRAFT, kind)).stages.at(-1)?.kind).toBe(kind);
  });

  it('asks when to stop on a few of its own examples, with a larger network', () => {
    const stage = built(withNewStage(DRAFT, 'stop')).stages.at(-1);
    expect(stage?.material).toMatchObject({
      network: { sizes: [2, 6, 1] },
      data: { id: 'pets', sizes: { training: 16 } },
    });
  });

  it('may be as far as numbers go: the least noise and the most examples', () => {
    for (const id of IDS.filter((one) => !one.startsWith('penguins'))) {
      const sizes = { training: 500, validation: 500, test: 500 };
      const draft = withData(withSource(DRAFT, { kind: 'set', id }), { noise: 0.05, sizes });
      expect(makeDataSet(built(draft).data).test).toHaveLength(500);
    }
  });
});

describe('a lesson that comes with the program', () => {
  it.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))(
    '%s can be changed and loses nothing',
    (_, lesson) => {
      const draft = draftOf(lesson, 'Otra');
      if (draft === null) throw new Error('no lesson of ours waits for points');
      expect(built(draft)).toEqual({ ...lesson, id: 'own', title: 'Otra' });
      expect(lessonFromFragment(lessonToFragment(built(draft)) ?? '')).toEqual({ lesson: built(draft) });
    },
  );

  it('has a start for its own network and data: with others it is searched for again', () => {
    const [pets] = LESSONS;
    const draft = pets === undefined ? null : draftOf(pets, 'Otra');
    if (draft === null) throw new Error('no lesson of ours waits for points');
    expect(withNetwork(draft, { layers: [3] }).start).toEqual({ kind: 'seed', seed: 1 });
    expect(withData(draft, { noise: 2 }).start).toEqual({ kind: 'seed', seed: 1 });
    expect(built(withNetwork(draft, { layers: [3] })).start).toHaveLength(13);
  });

  it('may be played on points that the class has still to draw', () => {
    const draft = withSource(usualDraft(), { kind: 'drawn', classes: 3 });
    const lesson = built({ ...withNewStage(draft, 'stop'), title: 'Puntos' });
    expect(lesson.data).toEqual({ id: 'drawn', seed: 1, classes: 3 });
    expect(lesson.network.sizes).toEqual([2, 4, 3]);
    expect(lesson.stages.map(({ material }) => material)).toEqual(lesson.stages.map(() => null));
    expect(draftOf(lesson, 'Puntos').data.source).toEqual({ kind: 'drawn', classes: 3 });
  });
});

describe('what is wrong is said at the field that causes it', () => {
  const [first] = DRAFT.stages;
  it.each([
    ['no title', { ...DRAFT, title: '  ' }, { field: 'title', kind: 'no-title' }],
    [
      'a title too long',
      { ...DRAFT, title: 'a'.repeat(61) },
      { field: 'title', kind: 'long-title', most: 60 },
    ],
    ['markup in a title', { ...DRAFT, title: '<b >x' }, { field: 'title', kind: 'unfit-title' }],
    ['no table', withSource(DRAFT, { kind: 'table', table: null }), { field: 'table', kind: 'no-table' }],
    ['an empty field', withData(DRAFT, { noise: null }), { field: 'noise', kind: 'no-number' }],
    [
      'noise beyond',
      withData(DRAFT, { noise: 4 }),
      { field: 'noise', kind: 'out-of-range', least: 0.05, most: 3 },
    ],
    ['half a neuron', withNetwork(DRAFT, { layers: [4, 2.5] }), { field: 'layer-1', kind: 'whole-number' }],
    [
      'a hundred neurons',
      withNetwork(DRAFT, { layers: [100] }),
      { field: 'layer-0', kind: 'out-of-range', least: 1, most: 64 },
    ],
    [
      'seven hidden layers',
      withNetwork(DRAFT, { layers: [1, 1, 1, 1, 1, 1, 1] }),
      { field: 'layers', kind: 'many-layers', most: 6 },
    ],
    [
      'a network nobody can hold',
      withNetwork(DRAFT, { layers: [40, 40] }),
      { field: 'layers', kind: 'many-parameters', found: 1801, most: 600 },
    ],
    [
      'one answer for three classes',
      withNetwork(withSource(DRAFT, { kind: 'set', id: 'penguins' }), { answer: DRAFT.answer }),
      { field: 'answer', kind: 'needs-softmax', classes: 3 },
    ],
    [
      'more penguins than there are',
      withData(withSource(DRAFT, { kind: 'set', id: 'penguins' }), {
        sizes: { training: 200, validation: 60, test: 60 },
      }),
      { field: 'training', kind: 'many-examples', asked: 320, available: 204 },
    ],
    ['no stage', { ...DRAFT, stages: [] }, { field: 'stages', kind: 'no-stage' }],
    [
      'no rounds',
      withStage(DRAFT, first?.key ?? 0, { rounds: 0 }),
      { field: 'stage-0-rounds', kind: 'out-of-range', least: 1, most: 100 },
    ],
    [
      'a batch that is not there',
      withStage(DRAFT, 3, { machine: { learningRate: 1, batch: { size: null }, machineSpeed: 1 } }),
      { field: 'stage-3-batch', kind: 'no-number' },
    ],
    ['nothing to hold', { ...DRAFT, parametersPerSeat: null }, { field: 'perSeat', kind: 'no-number' }],
  ] as const)('%s', (_, draft, problem) => {
    expect(problemsOf(draft)).toEqual([problem]);
  });
});

describe('stages', () => {
  const order = ({ stages }: LessonDraft): readonly number[] => stages.map(({ key }) => key);

  it('can be moved, and stay where they are at the ends', () => {
    expect(order(withStageMoved(DRAFT, 2, -1))).toEqual([0, 2, 1, 3, 4]);
    expect(order(withStageMoved(DRAFT, 2, 1))).toEqual([0, 1, 3, 2, 4]);
    expect(withStageMoved(DRAFT, 0, -1)).toBe(DRAFT);
    expect(withStageMoved(DRAFT, 4, 1)).toBe(DRAFT);
  });

  it('are told apart after one was taken out', () => {
    expect(order(withNewStage(withoutStage(DRAFT, 1), 'probe'))).toEqual([0, 2, 3, 4, 5]);
  });
});

describe('who holds what', () => {
  it.each([
    [
      30,
      {
        students: [{ each: 1, count: 30 }],
        weights: [
          { each: 2, count: 13 },
          { each: 1, count: 4 },
        ],
        minded: 0,
      },
    ],
    [17, { students: [{ each: 1, count: 17 }], weights: [{ each: 1, count: 17 }], minded: 0 }],
    [
      5,
      {
        students: [
          { each: 4, count: 2 },
          { each: 3, count: 3 },
        ],
        weights: [{ each: 1, count: 17 }],
        minded: 0,
      },
    ],
    [2, { students: [{ each: 4, count: 2 }], weights: [{ each: 1, count: 8 }], minded: 9 }],
  ])('in a class of %i, of 17 weights', (seats, plan) => {
    expect(ownershipPlan(seats, 17, 4)).toEqual(plan);
  });
});
