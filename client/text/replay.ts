import type { replay } from './es/replay.ts';
import type { TextLoaders } from './load-text.ts';

/** The player's own sentences; Spanish is written first. */
export type ReplayText = typeof replay;

export const REPLAY_TEXT: TextLoaders<ReplayText> = {
  es: async () => (await import('./es/replay.ts')).replay,
  en: async () => (await import('./en/replay.ts')).replay,
};
