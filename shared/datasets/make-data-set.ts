import { createRng, seedFrom } from '../math/rng.ts';
import type { OutputActivation } from '../network/topology.ts';
import { DATA_SETS } from './catalogue.ts';
import { examplesOfTable } from './custom.ts';
import { namesOfPlan, type DataPlan } from './data-plan.ts';
import type { DrawnExample } from './data-set.ts';
import type { DataSplit } from './example.ts';
import { sampleExamples } from './sample.ts';
import { splitExamples } from './split.ts';
import { withTargets } from './target.ts';

/**
 * Makes the data of a plan: the same plan, the same numbers. Features have 4 decimals; targets are coded for
 * the network's output, −1 for the first class and +1 for the second if it ends in tanh. Points that the class
 * has still to draw are none.
 */
export function makeDataSet(plan: DataPlan, output: OutputActivation = 'tanh'): DataSplit {
  if (plan.id === 'drawn') return { training: [], validation: [], test: [] };
  const split = splitExamples(examplesOf(plan), plan.sizes, plan.seed);
  return withTargets(split, namesOfPlan(plan).classNames.length, output);
}

function examplesOf(plan: Exclude<DataPlan, { id: 'drawn' }>): readonly DrawnExample[] {
  if (plan.id === 'custom') return examplesOfTable(plan);
  const count = plan.sizes.training + plan.sizes.validation + plan.sizes.test;
  const rng = createRng(seedFrom('examples', plan.id, plan.seed));
  return sampleExamples(DATA_SETS[plan.id], count, 'noise' in plan ? plan.noise : 1, rng);
}
