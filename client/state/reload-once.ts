import type { KeyValue } from './storage.ts';

const KEY = 'descenso-reloaded';

/**
 * Reloads a page that is too old for its server: once, never in a loop. What it had not sent survives in the
 * tab's storage. False when it has been tried, or when there is no storage to remember that it was.
 */
export function reloadOnce(storage: KeyValue | null, reload: () => void): boolean {
  if (storage === null || storage.getItem(KEY) !== null) return false;
  storage.setItem(KEY, 'yes');
  reload();
  return true;
}

/** The page is new enough after all: the next old one may reload again. */
export function forgetReload(storage: KeyValue | null): void {
  storage?.removeItem(KEY);
}
