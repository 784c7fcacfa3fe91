import type { DataPlan } from '../../../../shared/datasets/data-plan.ts';
import { makeDataSet } from '../../../../shared/datasets/make-data-set.ts';

/** An example on the plot, in the units of its 0 … 100 by 0 … 100 square, upwards is less. */
export type PlotPoint = { readonly x: number; readonly y: number; readonly classIndex: number };

const MARGIN = 6;
const SIDE = 100;

/** The examples to learn from, by two of their features. With a single feature the classes lie in rows of their own. */
export function plotPoints(
  plan: DataPlan,
  axes: { readonly across: number; readonly up: number | null },
): readonly PlotPoint[] {
  // One output a class, whatever the network: so the class can be read from the target.
  const examples = makeDataSet(plan, 'softmax').training.map(({ features, target }) => {
    const classIndex = target.indexOf(1);
    const rows = target.length + 1;
    return {
      across: features[axes.across] ?? 0,
      up: axes.up === null ? (classIndex + 1) / rows : (features[axes.up] ?? 0),
      classIndex,
    };
  });
  const x = scaleOf(examples.map(({ across }) => across));
  const y = axes.up === null ? (row: number) => row : scaleOf(examples.map(({ up }) => up));
  const inside = (share: number): number => MARGIN + share * (SIDE - 2 * MARGIN);
  return examples.map(({ across, up, classIndex }) => ({
    x: inside(x(across)),
    y: inside(1 - y(up)),
    classIndex,
  }));
}

/** The shape of a class: a diamond, a disc, a triangle, a square; drawn around 0, 0. */
export function classShape(classIndex: number): string {
  return SHAPES[classIndex % SHAPES.length] ?? '';
}

const SHAPES = [
  'M0 -2.1L2.1 0L0 2.1L-2.1 0Z',
  'M-1.6 0A1.6 1.6 0 1 0 1.6 0A1.6 1.6 0 1 0 -1.6 0Z',
  'M0 -2L1.9 1.5L-1.9 1.5Z',
  'M-1.5 -1.5H1.5V1.5H-1.5Z',
];

function scaleOf(values: readonly number[]): (value: number) => number {
  const least = Math.min(...values);
  const reach = Math.max(...values) - least;
  return (value) => (reach > 0 ? (value - least) / reach : 0.5);
}
