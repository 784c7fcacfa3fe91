import { describe, expect, it } from 'vitest';
import { findLesson, LESSONS } from '../../../shared/lessons/catalogue.ts';
import { readLesson, sessionSetup } from '../../../shared/lessons/lesson.ts';

const [pets] = LESSONS;
const problemsOf = (changed: object): readonly string[] => {
  const read = readLesson({ ...structuredClone(pets), ...changed });
  return 'problems' in read ? read.problems : [];
};

describe('a lesson is data', () => {
  it.each(LESSONS.map((lesson) => [lesson.id, lesson] as const))('%s keeps its own rules', (id, lesson) => {
    expect(readLesson(structuredClone(lesson))).toEqual({ lesson });
    expect(findLesson(id)).toBe(lesson);
  });

  it('says which number is missing from the start', () => {
    expect(problemsOf({ start: [1, 2, 3] })).toEqual([
      'start: the network has 17 parameters, the start has 3',
    ]);
  });

  it('says that network and data do not fit', () => {
    const network = { ...pets?.network, sizes: [3, 4, 2] };
    const problems = problemsOf({ network, start: Array.from({ length: 26 }, () => 0.1) });
    expect(problems).toEqual([
      'network.sizes: the data has 2 features, the network has 3 inputs',
      'network.sizes: the data asks for 1 outputs',
    ]);
  });

  it('says that more than two classes ask for one output each', () => {
    const data = { id: 'penguins', seed: 1, sizes: { training: 60, validation: 60, test: 60 } };
    expect(problemsOf({ data })).toEqual(['network.output: 3 classes ask for softmax']);
  });

  it('says what is wrong with a network by itself', () => {
    const network = { ...pets?.network, loss: 'categorical-cross-entropy' };
    expect(problemsOf({ network })).toEqual(['network: loss-does-not-fit']);
  });

  it('names the place of a value that is out of bounds, and of a field it does not know', () => {
    const stages = pets?.stages.map((stage) => ({ ...stage, stepSize: 99 }));
    expect(problemsOf({ stages })[0]).toMatch(/^stages\.0\.stepSize: /u);
    expect(problemsOf({ surprise: 1 })[0]).toMatch(/^surprise: /u);
    expect(problemsOf({ start: [Number.NaN] })[0]).toMatch(/^start\.0: /u);
    expect(problemsOf({ stages: [] })[0]).toMatch(/^stages: /u);
  });

  it('refuses what is no lesson at all', () => {
    for (const nothing of [null, 7, 'pets', []]) expect(readLesson(nothing)).toHaveProperty('problems');
  });
});

describe('opening a session of a lesson', () => {
  it('makes the same data every time, and starts with the first stage’s steps', () => {
    const lesson = findLesson('pets');
    if (lesson === undefined) throw new Error('pets is the usual lesson');
    const one = sessionSetup(lesson, { language: 'es', seed: 1 });
    const other = sessionSetup(lesson, { language: 'en', seed: 2 });
    expect(one.data).toEqual(other.data);
    expect(one.settings).toMatchObject({ stepSize: lesson.stages[0]?.stepSize, stepPolicy: 'cooling' });
  });

  it('takes the teacher’s settings over the lesson’s', () => {
    const lesson = findLesson('xor');
    if (lesson === undefined) throw new Error('xor is a lesson');
    const setup = sessionSetup(lesson, {
      language: 'es',
      seed: 1,
      settings: { roundSeconds: null, freeNames: true },
    });
    expect(setup.settings).toMatchObject({ roundSeconds: null, freeNames: true, aggregation: 'mean' });
  });
});
