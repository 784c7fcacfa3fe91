import { chooseLanguage, type Language } from './language.ts';

const KEY = 'descenso-language';

/** The language this page should speak: the address, then the stored choice, then the page's own, then the browser's wishes. */
export function currentLanguage(own: readonly string[] = []): Language {
  return chooseLanguage({
    search: location.search,
    stored: readStored(),
    preferred: [...own, ...navigator.languages],
  });
}

/** Remembers a choice. A browser that keeps nothing (private mode) simply asks again next time. */
export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Storage is refused in some private modes; the choice then holds for this page alone.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
