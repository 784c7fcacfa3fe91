import * as v from 'valibot';
import { dataPlanSchema, namesOfPlan } from '../datasets/data-plan.ts';
import { makeDataSet } from '../datasets/make-data-set.ts';
import { findNetworkProblems } from '../network/network-problems.ts';
import { createTopology } from '../network/topology.ts';
import { LIMITS } from '../session/limits.ts';
import { DEFAULT_SETTINGS, settingsPatchSchema, type SettingsPatch } from '../session/settings.ts';
import type { SessionSetup } from '../session/setup.ts';
import { STAGE_KINDS } from '../session/stages.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const stepSize = v.pipe(v.number(), v.minValue(LIMITS.stepSizeLeast), v.maxValue(LIMITS.stepSizeMost));

export const networkSchema = v.strictObject({
  sizes: v.pipe(v.array(count), v.readonly()),
  hidden: v.picklist(['tanh', 'sigmoid', 'relu', 'linear']),
  output: v.picklist(['tanh', 'sigmoid', 'relu', 'linear', 'softmax']),
  loss: v.picklist(['half-squared-error', 'binary-cross-entropy', 'categorical-cross-entropy']),
});

export const stagePlanSchema = v.strictObject({
  kind: v.picklist(STAGE_KINDS),
  minutes: v.pipe(v.number(), v.minValue(0), v.maxValue(90)),
  rounds: v.pipe(count, v.maxValue(100)),
  fastForward: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.fastForwardRounds)),
  start: v.picklist(['pinned', 'continue']),
  stepSize,
  stepPolicy: v.picklist(['fixed', 'cooling', 'adaptive']),
});

const shapeSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,30}$/u)),
  network: networkSchema,
  data: dataPlanSchema,
  /** The pinned start: every parameter in the topology's order. */
  start: v.pipe(v.array(v.pipe(v.number(), v.finite())), v.readonly()),
  stages: v.pipe(v.array(stagePlanSchema), v.minLength(1), v.readonly()),
  settings: settingsPatchSchema,
  seatCap: v.pipe(count, v.maxValue(LIMITS.seatsPerSession)),
  parametersPerSeat: v.pipe(count, v.maxValue(LIMITS.parametersPerNetwork)),
});

/** A lesson is data: what is played on, with what, in which stages. Its words are elsewhere, in both languages. */
export const lessonSchema = v.pipe(
  shapeSchema,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const message of contradictions(dataset.value)) addIssue({ message });
  }),
);
export type Lesson = Readonly<v.InferOutput<typeof shapeSchema>>;

/** A lesson somebody wrote, or every sentence about what is wrong with it, each with its place. */
export function readLesson(
  written: unknown,
): { readonly lesson: Lesson } | { readonly problems: readonly string[] } {
  const read = v.safeParse(lessonSchema, written);
  if (read.success) return { lesson: read.output };
  return {
    problems: read.issues.map((issue) => {
      const place = v.getDotPath(issue);
      return place === null ? issue.message : `${place}: ${issue.message}`;
    }),
  };
}

/** What a teacher chooses when opening a session; the rest is the lesson's. */
export type SessionChoices = {
  readonly language: 'es' | 'en';
  readonly settings?: SettingsPatch | undefined;
  /** Feeds the session's chance: bots and caretakers. The start is the lesson's and stays pinned. */
  readonly seed: number;
};

/** Everything a session of this lesson starts with; the data is made here, once. */
export function sessionSetup(lesson: Lesson, choices: SessionChoices): SessionSetup {
  const [first] = lesson.stages;
  const given = { ...lesson.settings, ...choices.settings };
  return {
    lesson: lesson.id,
    language: choices.language,
    network: lesson.network,
    data: {
      id: lesson.data.id,
      ...namesOfPlan(lesson.data),
      ...makeDataSet(lesson.data, lesson.network.output),
    },
    startParameters: lesson.start,
    stages: lesson.stages.map((stage) => ({ ...stage, material: null, machine: null })),
    settings: {
      ...DEFAULT_SETTINGS,
      ...(first === undefined ? {} : { stepSize: first.stepSize, stepPolicy: first.stepPolicy }),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    },
    seed: choices.seed,
    seatCap: lesson.seatCap,
    parametersPerSeat: lesson.parametersPerSeat,
    origin: null,
  };
}

/** What no field alone can say: that network, data and start belong together. */
function contradictions(lesson: v.InferOutput<typeof shapeSchema>): readonly string[] {
  const { network, data, start } = lesson;
  const problems = findNetworkProblems(network).map((problem) => `network: ${problem.kind}`);
  if (problems.length > 0) return problems;
  const { parameterCount } = createTopology(network);
  const { featureNames, classNames } = namesOfPlan(data);
  const outputs = network.output === 'softmax' ? classNames.length : 1;
  const found: string[] = [];
  if (start.length !== parameterCount) {
    found.push(`start: the network has ${parameterCount} parameters, the start has ${start.length}`);
  }
  if (network.sizes[0] !== featureNames.length) {
    found.push(
      `network.sizes: the data has ${featureNames.length} features, the network has ${network.sizes[0]} inputs`,
    );
  }
  if (classNames.length > 2 && network.output !== 'softmax') {
    found.push(`network.output: ${classNames.length} classes ask for softmax`);
  }
  if (network.sizes[network.sizes.length - 1] !== outputs) {
    found.push(`network.sizes: the data asks for ${outputs} outputs`);
  }
  if (parameterCount > LIMITS.parametersPerNetwork) {
    found.push(`network: ${parameterCount} parameters; the most is ${LIMITS.parametersPerNetwork}`);
  }
  return found;
}
