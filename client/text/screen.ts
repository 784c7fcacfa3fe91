import type { screen } from './es/screen.ts';
import type { TextLoaders } from './load-text.ts';

/** The projector's own sentences; Spanish is written first. */
export type ScreenText = typeof screen;

export const SCREEN_TEXT: TextLoaders<ScreenText> = {
  es: async () => (await import('./es/screen.ts')).screen,
  en: async () => (await import('./en/screen.ts')).screen,
};
