import type { library } from './es/library.ts';
import type { TextLoaders } from './load-text.ts';

/** What the library of recordings says; nobody but a teacher loads it. Spanish is written first. */
export type LibraryText = typeof library;

export const LIBRARY_TEXT: TextLoaders<LibraryText> = {
  es: async () => (await import('./es/library.ts')).library,
  en: async () => (await import('./en/library.ts')).library,
};
