import type { join } from './es/join.ts';
import type { TextLoaders } from './load-text.ts';

/** What is said at the door; Spanish is written first. */
export type JoinText = typeof join;

export const JOIN_TEXT: TextLoaders<JoinText> = {
  es: async () => (await import('./es/join.ts')).join,
  en: async () => (await import('./en/join.ts')).join,
};
