import type { create } from './es/create.ts';
import type { TextLoaders } from './load-text.ts';

/** What is said where a teacher picks or builds a lesson; Spanish is written first. */
export type CreateText = typeof create;

export const CREATE_TEXT: TextLoaders<CreateText> = {
  es: async () => (await import('./es/create.ts')).create,
  en: async () => (await import('./en/create.ts')).create,
};
