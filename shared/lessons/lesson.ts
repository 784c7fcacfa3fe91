import * as v from 'valibot';
import { dataPlanSchema, namesOfPlan } from '../datasets/data-plan.ts';
import { makeDataSet } from '../datasets/make-data-set.ts';
import { LIMITS } from '../session/limits.ts';
import type { StageMaterial } from '../session/material.ts';
import {
  DEFAULT_SETTINGS,
  machineSettingsSchema,
  settingsPatchSchema,
  type SettingsPatch,
} from '../session/settings.ts';
import type { SessionSetup } from '../session/setup.ts';
import { STAGE_KINDS } from '../session/stages.ts';
import { PARAMETER_LIMIT } from '../network/bounds.ts';
import { materialProblems, type LessonMaterial } from './lesson-problems.ts';
import { lessonTitleSchema, nameOfTitle } from './lesson-title.ts';

/** More than any lesson's minutes hold; each may bring data of its own, and all of it is kept in the recording. */
export const STAGES_MOST = 20;

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const stepSize = v.pipe(v.number(), v.minValue(LIMITS.stepSizeLeast), v.maxValue(LIMITS.stepSizeMost));

export const networkSchema = v.strictObject({
  sizes: v.pipe(v.array(count), v.readonly()),
  hidden: v.picklist(['tanh', 'sigmoid', 'relu', 'linear']),
  output: v.picklist(['tanh', 'sigmoid', 'relu', 'linear', 'softmax']),
  loss: v.picklist(['half-squared-error', 'binary-cross-entropy', 'categorical-cross-entropy']),
});

const materialEntries = {
  network: networkSchema,
  data: dataPlanSchema,
  /** The pinned start: every parameter in the topology's order. */
  start: v.pipe(
    v.array(v.pipe(v.number(), v.minValue(-PARAMETER_LIMIT), v.maxValue(PARAMETER_LIMIT))),
    v.maxLength(LIMITS.parametersPerNetwork),
    v.readonly(),
  ),
};

export const stagePlanSchema = v.strictObject({
  kind: v.picklist(STAGE_KINDS),
  minutes: v.pipe(v.number(), v.minValue(0), v.maxValue(90)),
  rounds: v.pipe(count, v.maxValue(100)),
  fastForward: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LIMITS.fastForwardRounds)),
  start: v.picklist(['pinned', 'continue']),
  stepSize,
  stepPolicy: v.picklist(['fixed', 'cooling', 'adaptive']),
  /** A network, data and start of the stage's own; null plays on the lesson's. */
  material: v.nullable(v.strictObject(materialEntries)),
  /** How the machine descends when the stage is entered; null leaves it as the teacher has it. */
  machine: v.nullable(machineSettingsSchema),
});

const shapeSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,30}$/u)),
  /** What a teacher calls a lesson of their own; the built-in ones have their words in client/text. */
  title: v.optional(lessonTitleSchema),
  ...materialEntries,
  stages: v.pipe(v.array(stagePlanSchema), v.minLength(1), v.maxLength(STAGES_MOST), v.readonly()),
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
    lesson: lesson.title === undefined ? lesson.id : nameOfTitle(lesson.title),
    language: choices.language,
    ...materialOf(lesson),
    stages: lesson.stages.map((stage) => ({
      ...stage,
      material: stage.material === null ? null : materialOf(stage.material),
    })),
    settings: {
      ...DEFAULT_SETTINGS,
      ...(first === undefined ? {} : { stepSize: first.stepSize, stepPolicy: first.stepPolicy }),
      ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
    },
    seed: choices.seed,
    seatCap: lesson.seatCap,
    parametersPerSeat: lesson.parametersPerSeat,
    origin: null,
    drawing: lesson.data.id === 'drawn' ? { seed: lesson.data.seed } : null,
  };
}

function materialOf({ network, data, start }: LessonMaterial): StageMaterial {
  return {
    network,
    data: { id: data.id, ...namesOfPlan(data), ...makeDataSet(data, network.output) },
    startParameters: start,
  };
}

/** The class draws once, before the lesson begins, and only what the lesson is played on. */
function drawnProblems({ data }: LessonMaterial): readonly string[] {
  return data.id === 'drawn' ? ['data: a class draws the points of the lesson, not of a stage'] : [];
}

/** Everything that does not go together, in the lesson and in stages that bring their own, each with its place. */
function contradictions(lesson: v.InferOutput<typeof shapeSchema>): readonly string[] {
  return [
    ...materialProblems(lesson),
    ...lesson.stages.flatMap(({ material }, index) =>
      material === null
        ? []
        : [...materialProblems(material), ...drawnProblems(material)].map(
            (problem) => `stages.${index}.material.${problem}`,
          ),
    ),
  ];
}
