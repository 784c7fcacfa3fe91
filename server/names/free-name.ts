import { cleanName, turnsWriting } from './clean-name.ts';
import { isFit } from './is-fit.ts';

export type FreeName =
  | { readonly ok: true; readonly name: string }
  /** `empty-or-long`: nothing to show, or more than the limit; `unfit`: not for a classroom. */
  | { readonly ok: false; readonly reason: 'empty-or-long' | 'unfit' };

/** A name somebody typed, as it will be shown to the class, or why it will not be. */
export function readFreeName(typed: string): FreeName {
  const name = cleanName(typed);
  if (name === null) return { ok: false, reason: 'empty-or-long' };
  // With the marks that turned it removed, the writing may say backwards what it would have shown.
  const shown = turnsWriting(typed) ? [name, [...name].reverse().join('')] : [name];
  return shown.every(isFit) ? { ok: true, name } : { ok: false, reason: 'unfit' };
}
