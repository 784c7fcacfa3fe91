import * as v from 'valibot';
import { createRng, seedFrom } from '../math/rng.ts';
import type { OutputActivation } from '../network/topology.ts';
import type { DataSet, DrawnExample } from './data-set.ts';
import type { DataSplit, Example } from './example.ts';
import { pets } from './pets.ts';
import { sampleExamples } from './sample.ts';
import { splitExamples } from './split.ts';
import { targetOf } from './target.ts';
import { xor } from './xor.ts';

export const DATA_SET_IDS = ['pets', 'xor'] as const;
export type DataSetId = (typeof DATA_SET_IDS)[number];

/** The built-in data sets by id. */
export const DATA_SETS: Readonly<Record<DataSetId, DataSet>> = { pets, xor };

const EXAMPLES_MOST = 500;
const exampleCount = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(EXAMPLES_MOST));

/** Which data a lesson is played on: all that is needed to make them again, number by number. */
export const dataPlanSchema = v.strictObject({
  id: v.picklist(DATA_SET_IDS),
  seed: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Examples in each part, classes balanced. */
  sizes: v.strictObject({ training: exampleCount, validation: exampleCount, test: exampleCount }),
  /** Multiplies every spread of the data set; 1 is how it was meant. */
  noise: v.pipe(v.number(), v.minValue(0.05), v.maxValue(3)),
});

export type DataPlan = v.InferOutput<typeof dataPlanSchema>;

/**
 * Makes the data of a plan: the same plan, the same numbers. Features have 4 decimals; targets are coded for
 * the network's output, −1 for the first class and +1 for the second if it ends in tanh.
 */
export function makeDataSet(plan: DataPlan, output: OutputActivation = 'tanh'): DataSplit {
  const dataSet = DATA_SETS[plan.id];
  const { training, validation, test } = plan.sizes;
  const rng = createRng(seedFrom('examples', plan.id, plan.seed));
  const drawn = sampleExamples(dataSet, training + validation + test, plan.noise, rng);
  const split = splitExamples(drawn, plan.sizes, plan.seed);
  const code = ({ features, classIndex }: DrawnExample): Example => ({
    features,
    target: targetOf(classIndex, dataSet.classNames.length, output),
  });
  return {
    training: split.training.map(code),
    validation: split.validation.map(code),
    test: split.test.map(code),
  };
}
