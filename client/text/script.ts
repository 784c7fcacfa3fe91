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
  /** Where to cut when only 30 minutes are left. */
  readonly cut: string;
};

/** The teacher's script of the standard lesson. */
export type ScriptText = {
  readonly labels: Readonly<Record<keyof StageScript, string>>;
  readonly stages: Readonly<Record<StageKind, StageScript>>;
  readonly general: readonly { readonly title: string; readonly text: string }[];
};

export const SCRIPT_TEXT: TextLoaders<ScriptText> = {
  es: async () => (await import('./es/script.ts')).script,
  en: async () => (await import('./en/script.ts')).script,
};
