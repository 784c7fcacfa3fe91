import type { Example } from '../../../shared/datasets/example.ts';

const DIRECTIONS = 360;

/** The best accuracy of "everything above this value of one feature is a dog", or the other way round. */
export function bestThreshold(examples: readonly Example[]): number {
  return Math.max(...featuresOf(examples).map((values) => bestCut(values, signsOf(examples))));
}

/** The best accuracy of "everything between these two values of one feature is a cat", or the other way round. */
export function bestInterval(examples: readonly Example[]): number {
  const signs = signsOf(examples);
  const accuracies = featuresOf(examples).flatMap((values) =>
    [1, -1].map((inside) => bestRun(values, signs, inside)),
  );
  return Math.max(...accuracies);
}

/** The best accuracy of any straight line, tried in every half degree and at every offset. */
export function bestLine(examples: readonly Example[]): number {
  const signs = signsOf(examples);
  const accuracies = Array.from({ length: DIRECTIONS }, (_, index) => {
    const angle = (index * Math.PI) / DIRECTIONS;
    const along = examples.map(({ features: [x = 0, y = 0] }) => x * Math.cos(angle) + y * Math.sin(angle));
    return bestCut(along, signs);
  });
  return Math.max(...accuracies);
}

function featuresOf(examples: readonly Example[]): readonly (readonly number[])[] {
  const count = examples[0]?.features.length ?? 0;
  return Array.from({ length: count }, (_, feature) =>
    examples.map(({ features }) => features[feature] ?? 0),
  );
}

function signsOf(examples: readonly Example[]): readonly number[] {
  return examples.map(({ target }) => Math.sign(target[0] ?? 0));
}

function inOrder(values: readonly number[], signs: readonly number[]): readonly number[] {
  return values
    .map((value, index) => ({ value, sign: signs[index] ?? 0 }))
    .sort((a, b) => a.value - b.value)
    .map(({ sign }) => sign);
}

/** Moves the cut past one example after another. A tie may be cut through: the bound is then a little too kind. */
function bestCut(values: readonly number[], signs: readonly number[]): number {
  let above = signs.filter((sign) => sign > 0).length;
  let best = Math.max(above, signs.length - above);
  for (const sign of inOrder(values, signs)) {
    above -= sign;
    best = Math.max(best, above, signs.length - above);
  }
  return best / signs.length;
}

/** The run of neighbours whose signs sum highest (Kadane's scan): those inside, the rest outside. */
function bestRun(values: readonly number[], signs: readonly number[], inside: number): number {
  let run = 0;
  let best = 0;
  for (const sign of inOrder(values, signs)) {
    run = Math.max(0, run + inside * sign);
    best = Math.max(best, run);
  }
  return (best + signs.filter((sign) => sign === -inside).length) / signs.length;
}
