import type { common } from './es/common.ts';
import type { TextLoaders } from './load-text.ts';

/** Spanish is written first; English must have the same keys, or it does not compile. */
export type CommonText = typeof common;

export const COMMON_TEXT: TextLoaders<CommonText> = {
  es: async () => (await import('./es/common.ts')).common,
  en: async () => (await import('./en/common.ts')).common,
};
