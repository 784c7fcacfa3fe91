import * as v from 'valibot';
import { networkSchema, stagePlanSchema } from '../lessons/lesson.ts';
import { findNetworkProblems } from '../network/network-problems.ts';
import { createTopology, type NetworkSpec } from '../network/topology.ts';
import { LIMITS } from '../session/limits.ts';
import { machineSettingsSchema, settingsSchema } from '../session/settings.ts';
import { STAGE_KINDS } from '../session/stages.ts';
import {
  CLASSES_MOST,
  EXAMPLES_MOST,
  figures,
  finite,
  lessonName,
  numbers,
  ordinal,
  owners,
  shortText,
  whole,
} from './schema-parts.ts';

/** What a session opens with, and what a stage starts with: networks that can be laid out, and numbers that fit them. */

const STAGES_MOST = 50;

export const network = v.pipe(
  networkSchema,
  v.check((spec) => findNetworkProblems(spec).length === 0),
);

const examples = v.pipe(
  v.array(v.strictObject({ features: numbers, target: numbers })),
  v.maxLength(EXAMPLES_MOST),
  v.readonly(),
);

export const split = v.strictObject({ training: examples, validation: examples, test: examples });

const data = v.strictObject({
  id: shortText,
  featureNames: v.pipe(v.array(shortText), v.maxLength(CLASSES_MOST), v.readonly()),
  classNames: v.pipe(v.array(shortText), v.maxLength(CLASSES_MOST), v.readonly()),
  ...split.entries,
});

const stageEntries = {
  stage: v.pipe(v.number(), v.safeInteger(), v.minValue(-1), v.maxValue(STAGES_MOST)),
  kind: v.picklist(STAGE_KINDS),
  network,
  parameters: numbers,
  stepSizes: numbers,
  lastMoves: numbers,
  stepSize: finite,
  stepPolicy: v.picklist(['fixed', 'cooling', 'adaptive']),
  figures,
  machine: v.nullable(machineSettingsSchema),
} as const;

const originFacts = v.pipe(
  v.strictObject(stageEntries),
  v.check((facts) => numbersFit(facts)),
);

export const stageFacts = v.pipe(
  v.strictObject({ ...stageEntries, owners }),
  v.check((facts) => numbersFit(facts) && facts.owners.length === facts.parameters.length),
);

const materialEntries = { network, data, startParameters: numbers } as const;
const material = v.pipe(
  v.strictObject(materialEntries),
  v.check((one) => isPlayable(one)),
);

export const sessionSetup = v.pipe(
  v.strictObject({
    ...materialEntries,
    lesson: lessonName,
    language: v.picklist(['es', 'en']),
    stages: v.pipe(
      v.array(
        v.strictObject({
          ...stagePlanSchema.entries,
          material: v.nullable(material),
        }),
      ),
      v.maxLength(STAGES_MOST),
      v.readonly(),
    ),
    settings: settingsSchema,
    seed: whole,
    seatCap: v.pipe(ordinal, v.maxValue(LIMITS.seatsPerSession)),
    parametersPerSeat: v.pipe(ordinal, v.maxValue(LIMITS.parametersPerNetwork)),
    origin: v.nullable(
      v.strictObject({
        recording: shortText,
        version: ordinal,
        round: v.nullable(ordinal),
        facts: originFacts,
      }),
    ),
    drawing: v.nullable(v.strictObject({ seed: whole })),
  }),
  v.check((setup) => isPlayable(setup)),
  v.check(
    (setup) =>
      setup.origin === null ||
      fitsData(setup.origin.facts.network, (setup.stages[setup.origin.facts.stage]?.material ?? setup).data),
  ),
);

/** Whether a material's parts belong together. */
function isPlayable(material: {
  readonly network: NetworkSpec;
  readonly data: v.InferOutput<typeof data>;
  readonly startParameters: readonly number[];
}): boolean {
  const { parameterCount } = createTopology(material.network);
  return material.startParameters.length === parameterCount && fitsData(material.network, material.data);
}

/** Whether every example has a feature for each input of the network and a truth for each output. */
function fitsData(
  { sizes }: NetworkSpec,
  { training, validation, test }: Pick<v.InferOutput<typeof data>, 'training' | 'validation' | 'test'>,
): boolean {
  const [inputs, outputs] = [sizes[0], sizes[sizes.length - 1]];
  return [...training, ...validation, ...test].every(
    ({ features, target }) => features.length === inputs && target.length === outputs,
  );
}

function numbersFit(facts: {
  readonly network: NetworkSpec;
  readonly parameters: readonly number[];
  readonly stepSizes: readonly number[];
  readonly lastMoves: readonly number[];
}): boolean {
  const { parameterCount } = createTopology(facts.network);
  return [facts.parameters, facts.stepSizes, facts.lastMoves].every((list) => list.length === parameterCount);
}
