import type { Language } from './language.ts';

/** One dictionary in each language, each behind its own import so that a phone loads one. */
export type TextLoaders<Dictionary> = Readonly<Record<Language, () => Promise<Dictionary>>>;

/** Loads one language of a dictionary. */
export function loadText<Dictionary>(
  loaders: TextLoaders<Dictionary>,
  language: Language,
): Promise<Dictionary> {
  return loaders[language]();
}
