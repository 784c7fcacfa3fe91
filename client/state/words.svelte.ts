import type { Language } from '../text/language.ts';
import { loadText, type TextLoaders } from '../text/load-text.ts';
import { createNumbers, type Numbers } from '../text/numbers.ts';
import { storeLanguage } from '../text/stored-language.ts';

/** A page's sentences in the language of the moment. */
export type Words<Texts> = {
  readonly language: Language;
  readonly texts: Texts;
  readonly numbers: Numbers;
  /** Another language, once its sentences have been loaded; remembered on this device. */
  readonly choose: (language: Language) => Promise<void>;
};

type Loaders<Texts> = { readonly [Name in keyof Texts]: TextLoaders<Texts[Name]> };

/** Loads a page's dictionaries in one language, and others when they are wished for. */
export async function loadWords<Texts extends object>(
  loaders: Loaders<Texts>,
  first: Language,
  root: HTMLElement,
): Promise<Words<Texts>> {
  let spoken = $state.raw(await speak(loaders, first));
  root.lang = first;
  return {
    get language() {
      return spoken.language;
    },
    get texts() {
      return spoken.texts;
    },
    get numbers() {
      return spoken.numbers;
    },
    choose: async (language) => {
      spoken = await speak(loaders, language);
      root.lang = language;
      storeLanguage(language);
    },
  };
}

async function speak<Texts extends object>(loaders: Loaders<Texts>, language: Language) {
  const names = Object.keys(loaders) as (keyof Texts)[]; // a record's own keys
  const loaded = await Promise.all(
    names.map(async (name) => [name, await loadText(loaders[name], language)] as const),
  );
  const texts = Object.fromEntries(loaded) as Texts; // one dictionary under each of the names
  return { language, texts, numbers: createNumbers(language) };
}
