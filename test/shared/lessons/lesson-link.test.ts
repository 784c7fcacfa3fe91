import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualSizes } from '../../../shared/datasets/split.ts';
import { fromBase64Url, toBase64Url } from '../../../shared/lessons/base64url.ts';
import { LESSONS } from '../../../shared/lessons/catalogue.ts';
import type { Lesson } from '../../../shared/lessons/lesson.ts';
import { lessonFromFile, lessonToFile } from '../../../shared/lessons/lesson-file.ts';
import { lessonFromFragment, lessonToFragment } from '../../../shared/lessons/lesson-link.ts';
import { stageOf } from '../../../shared/lessons/stage-of.ts';

const NAMED = LESSONS.map((lesson) => [lesson.id, lesson] as const);
/** A lesson on a teacher's own table. */
const OWN: Lesson = {
  id: 'own',
  network: { sizes: [2, 3, 1], hidden: 'relu', output: 'sigmoid', loss: 'binary-cross-entropy' },
  data: {
    id: 'custom',
    seed: 7,
    sizes: usualSizes(40),
    featureNames: ['largo «pétalo»', 'ancho 🌸'],
    classNames: ['sí', 'no'],
    rows: Array.from({ length: 40 }, (_, index) => [index / 3, (index * 7) % 11, index % 2]),
  },
  start: Array.from({ length: 13 }, (_, index) => index / 7),
  stages: [stageOf({ kind: 'probe', minutes: 9.5, rounds: 4, stepSize: 0.125, start: 'continue' })],
  settings: { roundSeconds: null, aggregation: 'median', pace: { kind: 'automatic', speed: 2 } },
  seatCap: 40,
  parametersPerSeat: 2,
};

describe('a lesson as a link', () => {
  it.each([...NAMED, ['own', OWN] as const])('%s comes back as it was, to the last digit', (_, lesson) => {
    const fragment = lessonToFragment(lesson);
    expect(fragment).toMatch(/^[\w-]+$/u);
    expect(lessonFromFragment(fragment ?? '')).toEqual({ lesson });
  });

  it.each(NAMED)('%s is short enough for any message', (_, lesson) => {
    expect(lessonToFragment(lesson)?.length).toBeLessThan(3000);
  });

  it('is none for a table of a thousand rows: that travels as a file', () => {
    if (OWN.data.id !== 'custom') throw new Error('the lesson has a table');
    const rows = Array.from({ length: 1000 }, (_, index) => [index / 7, index / 3, index % 2]);
    expect(lessonToFragment({ ...OWN, data: { ...OWN.data, rows } })).toBeNull();
  });

  it('says that it was cut, or mistyped', () => {
    const fragment = lessonToFragment(OWN) ?? '';
    for (const broken of [
      '',
      'x',
      fragment.slice(0, -3),
      `${fragment}!`,
      fragment.slice(5),
      'á',
      toBase64Url('{}'),
    ]) {
      expect(lessonFromFragment(broken)).toEqual({
        problems: ['link: it is not whole; copy it again from its first letter to its last'],
      });
    }
  });

  it('says that it is of another version, or longer than any', () => {
    expect(lessonFromFragment(toBase64Url('[99]'))).toEqual({
      problems: ['link: it was made by another version of Descenso'],
    });
    expect(lessonFromFragment('A'.repeat(8001))).toEqual({ problems: ['link: longer than any of ours'] });
  });

  it('says what is wrong with the lesson in it, as a file does', () => {
    const short = [1, 'own', OWN.network, OWN.data, [1, 2], [['probe', 9, 0]], {}, 40, 2];
    const read = lessonFromFragment(toBase64Url(JSON.stringify(short)));
    expect(read).toMatchObject({ problems: [expect.stringMatching(/^stages\.0\.rounds: /u)] });
    for (const stages of [7, null, [7], [[]], [['probe', 9, 3, 5]], [['probe', 9, 3, { surprise: 1 }]]]) {
      const odd = [1, 'own', OWN.network, OWN.data, OWN.start, stages, {}, 40, 2];
      expect(() => lessonFromFragment(toBase64Url(JSON.stringify(odd)))).not.toThrow();
    }
  });
});

describe('a lesson as a file', () => {
  it.each([...NAMED, ['own', OWN] as const])('%s comes back as it was', (_, lesson) => {
    expect(lessonFromFile(lessonToFile(lesson))).toEqual({ lesson });
  });

  it('may start with the mark that some editors put there', () => {
    expect(lessonFromFile(`\uFEFF${lessonToFile(OWN)}`)).toEqual({ lesson: OWN });
  });

  it('says what is wrong with it', () => {
    expect(lessonFromFile('{"id":')).toMatchObject({
      problems: [expect.stringMatching(/^file: it is no JSON/u)],
    });
    expect(lessonFromFile('x'.repeat(2_000_001))).toEqual({ problems: ['file: larger than any lesson'] });
    expect(lessonFromFile(JSON.stringify({ ...OWN, start: [] }))).toEqual({
      problems: ['start: the network has 13 parameters, the start has 0'],
    });
    const [stage] = OWN.stages;
    const material = { network: OWN.network, data: OWN.data, start: [1] };
    expect(lessonFromFile(JSON.stringify({ ...OWN, stages: [{ ...stage, material }] }))).toEqual({
      problems: ['stages.0.material.start: the network has 13 parameters, the start has 1'],
    });
  });
});

describe('letters for links', () => {
  it('carry any text there and back', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        expect(fromBase64Url(toBase64Url(text))).toBe(text);
        expect(toBase64Url(text)).toBe(Buffer.from(text, 'utf8').toString('base64url'));
      }),
    );
  });

  it('are none if they were never made of a text', () => {
    for (const letters of ['A', 'AAAAA', '+/==', '__8', 'a b']) expect(fromBase64Url(letters)).toBeNull();
  });
});
