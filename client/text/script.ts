import type { StageKind } from '../../shared/session/stages.ts';
import type { TextLoaders } from './load-text.ts';

/** What to say and do in one stage. */
export type StageScript = {
  /** One sentence that says what the stage is about. */
  readonly say: string;
  /** The prediction to ask for before it happens. */
  readonly ask: string;
  /** The wrong answer to expect, and what it shows. */
  readonly expect: string;
  /** What appears on the screen. */
  readonly appears: string;
  readonly ifItFails: string;
  /** Where to cut when time runs short. */
  readonly cut: string;
};

/** What the lesson plans for a stage: rounds by hand, and rounds to run ahead. */
export type PlannedRounds = { readonly rounds: number; readonly fastForward: number };

/** A lesson's own script. */
export type LessonScript = {
  /** Stage by stage, in the lesson's order. */
  readonly stages: readonly StageScript[];
  /** The question to leave with. */
  readonly exit: string;
};

/** An answer to have ready, whatever is being played. */
export type ScriptAside = { readonly title: string; readonly text: string };

/** The lessons that are more than a list of stages. */
type ScriptedLesson = 'pets' | 'line' | 'xor' | 'stop' | 'penguins';

export type ScriptText = {
  readonly labels: Readonly<Record<keyof StageScript | 'play', string>>;
  /** What to press, stage by stage: it follows from the plan alone. */
  readonly play: Readonly<Record<StageKind, (plan: PlannedRounds) => string>>;
  /** For stages in free play and in lessons of one's own, and for the practice round. */
  readonly stages: Readonly<Record<StageKind, StageScript>>;
  readonly lessons: Readonly<Record<ScriptedLesson, LessonScript>>;
  readonly asides: readonly ScriptAside[];
  readonly exitTitle: string;
  readonly exit: string;
};

export const SCRIPT_TEXT: TextLoaders<ScriptText> = {
  es: async () => (await import('./es/script.ts')).script,
  en: async () => (await import('./en/script.ts')).script,
};

/** What to say in a stage of a lesson: the lesson's own words if it has any, else those for every stage of the kind. */
export function stageScript(text: ScriptText, lesson: string, index: number, kind: StageKind): StageScript {
  return lessonScript(text, lesson)?.stages[index] ?? text.stages[kind];
}

/** What to have ready during a lesson, the question to leave with last. */
export function scriptAsides(text: ScriptText, lesson: string): readonly ScriptAside[] {
  return [...text.asides, { title: text.exitTitle, text: lessonScript(text, lesson)?.exit ?? text.exit }];
}

function lessonScript({ lessons }: ScriptText, lesson: string): LessonScript | undefined {
  return new Map<string, LessonScript>(Object.entries(lessons)).get(lesson);
}
