import * as v from 'valibot';
import { DATA_SETS, MADE_UP_IDS, MEASURED_IDS } from './catalogue.ts';
import { customTableEntries, tableProblems } from './custom.ts';
import { drawnNames, DRAWN_LIMITS } from './drawn.ts';
import { examplesAvailable } from './sample.ts';
import { EXAMPLES_PER_PART_MOST } from './split.ts';

const exampleCount = v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(EXAMPLES_PER_PART_MOST));

const seed = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
/** Examples in each part, with the classes in every part as in the whole. */
const sizes = v.strictObject({ training: exampleCount, validation: exampleCount, test: exampleCount });

/** Which data a lesson is played on: all that is needed to make them again, number by number. */
export const dataPlanSchema = v.pipe(
  v.variant('id', [
    v.strictObject({
      id: v.picklist(MADE_UP_IDS),
      seed,
      sizes,
      /** Multiplies every spread of the data set; 1 is how it was meant. */
      noise: v.pipe(v.number(), v.minValue(0.05), v.maxValue(3)),
    }),
    v.strictObject({ id: v.picklist(MEASURED_IDS), seed, sizes }),
    v.strictObject({ id: v.literal('custom'), seed, sizes, ...customTableEntries }),
    /** Points the class draws before it starts: there are none yet. */
    v.strictObject({
      id: v.literal('drawn'),
      seed,
      classes: v.pipe(
        v.number(),
        v.integer(),
        v.minValue(DRAWN_LIMITS.classesLeast),
        v.maxValue(DRAWN_LIMITS.classesMost),
      ),
    }),
  ]),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const message of planProblems(dataset.value)) addIssue({ message });
  }),
);

export type DataPlan = v.InferOutput<typeof dataPlanSchema>;

/** What a plan's features and classes are called: text keys, or a teacher's own words. */
export function namesOfPlan(plan: DataPlan): {
  readonly featureNames: readonly string[];
  readonly classNames: readonly string[];
} {
  switch (plan.id) {
    case 'custom':
      return { featureNames: plan.featureNames, classNames: plan.classNames };
    case 'drawn':
      return drawnNames(plan.classes);
    default: {
      const { featureNames, classNames } = DATA_SETS[plan.id];
      return { featureNames, classNames };
    }
  }
}

/** What the fields of a plan, each right by itself, get wrong together. */
function planProblems(plan: DataPlan): readonly string[] {
  if (plan.id === 'drawn') return [];
  const problems = plan.id === 'custom' ? tableProblems(plan) : [];
  const asked = plan.sizes.training + plan.sizes.validation + plan.sizes.test;
  const available = plan.id === 'custom' ? plan.rows.length : examplesAvailable(DATA_SETS[plan.id]);
  return asked > available ? [...problems, `sizes: ${asked} examples asked of ${available}`] : problems;
}
