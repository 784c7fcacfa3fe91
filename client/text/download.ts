import type { download } from './es/download.ts';
import type { TextLoaders } from './load-text.ts';

/** What is said when a recording is taken away; Spanish is written first. */
export type DownloadText = typeof download;

export const DOWNLOAD_TEXT: TextLoaders<DownloadText> = {
  es: async () => (await import('./es/download.ts')).download,
  en: async () => (await import('./en/download.ts')).download,
};
