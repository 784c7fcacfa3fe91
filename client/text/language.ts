export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Where a wish for a language may come from. Every source may be missing or say something we do not speak. */
export type LanguageSources = {
  /** The address's query, such as `?lang=en`: the teacher's link decides for a whole screen. */
  readonly search: string;
  /** What this person chose on this device before, or null. */
  readonly stored: string | null;
  /** The browser's wishes, best first. */
  readonly preferred: readonly string[];
};

/** The first source that names a language we speak; Spanish when none does. */
export function chooseLanguage(sources: LanguageSources): Language {
  const asked = new URLSearchParams(sources.search).get('lang');
  const wishes = [asked, sources.stored, ...sources.preferred];
  for (const wish of wishes) {
    const language = spokenLanguage(wish);
    if (language !== null) return language;
  }
  return 'es';
}

/** `es-MX` and `ES` are Spanish; anything we do not speak is null. */
function spokenLanguage(wish: string | null): Language | null {
  const primary = wish?.toLowerCase().split('-')[0];
  return LANGUAGES.find((language) => language === primary) ?? null;
}
