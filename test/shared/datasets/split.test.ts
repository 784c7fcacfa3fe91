import { describe, expect, it } from 'vitest';
import type { DrawnExample } from '../../../shared/datasets/data-set.ts';
import { splitExamples } from '../../../shared/datasets/split.ts';

/** Forty cats, twenty floppy dogs, four huskies; the feature tells them apart. */
const ANIMALS: readonly DrawnExample[] = [...animals(40, 0, 0), ...animals(20, 1, 1), ...animals(4, 1, 2)];
const SIZES = { training: 16, validation: 32, test: 16 };

function animals(count: number, classIndex: number, kindIndex: number): readonly DrawnExample[] {
  return Array.from({ length: count }, (_, index) => ({
    features: [100 * kindIndex + index],
    classIndex,
    kindIndex,
  }));
}

function kindsIn(part: readonly DrawnExample[]): readonly number[] {
  return [0, 1, 2].map((kind) => part.filter(({ kindIndex }) => kindIndex === kind).length);
}

describe('the split', () => {
  it('deals every animal exactly once', () => {
    const { training, validation, test } = splitExamples(ANIMALS, SIZES, 1);
    const dealt = [...training, ...validation, ...test].map(({ features }) => features[0]);
    expect(new Set(dealt).size).toBe(ANIMALS.length);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(splitExamples(ANIMALS, SIZES, 1)).toEqual(splitExamples(ANIMALS, SIZES, 1));
    expect(splitExamples(ANIMALS, SIZES, 1)).not.toEqual(splitExamples(ANIMALS, SIZES, 2));
  });

  it.each([1, 2, 3, 4, 5])('gives every part its share of the rare huskies (seed %i)', (seed) => {
    const { training, validation, test } = splitExamples(ANIMALS, SIZES, seed);
    expect(kindsIn(training)).toEqual([10, 5, 1]);
    expect(kindsIn(validation)).toEqual([20, 10, 2]);
    expect(kindsIn(test)).toEqual([10, 5, 1]);
  });

  it('leaves out what no part asks for', () => {
    const { training, validation, test } = splitExamples(ANIMALS, { training: 8, validation: 8, test: 8 }, 1);
    expect([training.length, validation.length, test.length]).toEqual([8, 8, 8]);
  });

  it('says so when the parts ask for more than there is', () => {
    expect(() => splitExamples(ANIMALS, { training: 40, validation: 20, test: 5 }, 1)).toThrow(
      '40 + 20 + 5 examples asked of 64',
    );
  });
});
