import { existsSync, renameSync, rmSync } from 'node:fs';
import { openDraft, openForReading, tablesVersion, type Database } from './database.ts';
import { salvage, type Salvage } from './salvage.ts';
import { asidePath, FILE_SUFFIXES } from './set-aside.ts';

/** How the file was found. */
export type StoreReport =
  | { readonly kind: 'new' }
  | { readonly kind: 'sound' }
  | {
      readonly kind: 'salvaged';
      /** What was wrong with it. */
      readonly damage: string;
      /** Where the damaged file now lies, untouched. */
      readonly setAside: string;
      readonly salvage: Salvage;
    };

/**
 * Writes what holds together of a damaged file whole under another name, before anything is moved: cut short
 * at any point, the next start finds either the damaged file as it was, or a finished new one to put in its place.
 */
export function salvageFile(path: string): Salvage {
  const draft = `${path}.salvaging`;
  for (const suffix of FILE_SUFFIXES) rmSync(`${draft}${suffix}`, { force: true });
  const result = salvage(openIfReadable(path), openDraft(draft));
  renameSync(draft, salvagedPath(path));
  return result;
}

/** Where a finished salvage waits to be put in place. */
export function salvagedPath(path: string): string {
  return `${path}.salvaged`;
}

/**
 * Moves a damaged file and its log aside, and the salvaged one to where it was. Nobody may have either open.
 * Says where the damaged one went.
 */
export function putInPlace(path: string, wallMs: number): string {
  const setAside = asidePath(path, wallMs);
  for (const suffix of FILE_SUFFIXES) {
    if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${setAside}${suffix}`);
  }
  renameSync(salvagedPath(path), path);
  return setAside;
}

/** Finishes the move of a salvage that was cut short in the middle of it. */
export function finishMove(path: string, wallMs: number): void {
  if (existsSync(salvagedPath(path))) putInPlace(path, wallMs);
}

function openIfReadable(path: string): Database | null {
  try {
    const db = openForReading(path);
    tablesVersion(db);
    return db;
  } catch {
    return null;
  }
}
