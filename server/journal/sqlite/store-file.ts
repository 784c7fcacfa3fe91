import { existsSync, renameSync, rmSync } from 'node:fs';
import { findDamage } from './damage.ts';
import {
  knowsTables,
  openDatabase,
  openForReading,
  tablesVersion,
  type Database,
  type DatabaseOptions,
} from './database.ts';
import { salvage, type Salvage } from './salvage.ts';

/** How the file was found. */
export type StoreReport =
  | { readonly kind: 'new' }
  | { readonly kind: 'sound' }
  | {
      readonly kind: 'salvaged';
      /** What was wrong with it. */
      readonly damage: string;
      /** Where the damaged file now lies. */
      readonly setAside: string;
      readonly salvage: Salvage;
    };

export type OpenedStore = { readonly db: Database; readonly report: StoreReport };

/**
 * Opens the store's file, looking it over first. A damaged one is set aside, untouched, and whatever still
 * holds together goes into a new one. Throws where the file cannot be used at all.
 */
export function openStoreFile(path: string, wallMs: number, options: DatabaseOptions): OpenedStore {
  if (existsSync(finished(path))) putInPlace(path, wallMs);
  if (!existsSync(path)) return { db: openDatabase(path, options), report: { kind: 'new' } };
  const damage = findDamage(path);
  if (damage !== null) return salvageFile(path, damage, wallMs, options);
  const db = openDatabase(path, options);
  const version = tablesVersion(db);
  if (knowsTables(version)) return { db, report: { kind: 'sound' } };
  db.close();
  throw new Error(
    `${path} was written by a newer version of this program (its tables are version ${version})`,
  );
}

/**
 * What holds together is written whole under another name before anything is moved: cut short at any point,
 * the next start finds either the damaged file as it was, or a finished new one to put in its place.
 */
function salvageFile(path: string, damage: string, wallMs: number, options: DatabaseOptions): OpenedStore {
  const draft = `${path}.salvaging`;
  for (const suffix of FILE_SUFFIXES) rmSync(`${draft}${suffix}`, { force: true });
  const result = salvageInto(draft, path);
  renameSync(draft, finished(path));
  const setAside = putInPlace(path, wallMs);
  return {
    db: openDatabase(path, options),
    report: { kind: 'salvaged', damage, setAside, salvage: result },
  };
}

function salvageInto(draft: string, path: string): Salvage {
  const from = openIfReadable(path);
  const into = openDatabase(draft, {});
  try {
    return salvage(from, into);
  } finally {
    into.close();
    from?.close();
  }
}

/** The log first and the file last: what is left in between is still a file to be looked over. */
const FILE_SUFFIXES = ['-wal', '-shm', ''];

function finished(path: string): string {
  return `${path}.salvaged`;
}

/** Moves the damaged file and its log aside and the new one to where it was. Says where the damaged one went. */
function putInPlace(path: string, wallMs: number): string {
  const setAside = asidePath(path, wallMs);
  for (const suffix of FILE_SUFFIXES) {
    if (existsSync(`${path}${suffix}`)) renameSync(`${path}${suffix}`, `${setAside}${suffix}`);
  }
  renameSync(finished(path), path);
  return setAside;
}

/** `descenso.sqlite.damaged-2026-11-23T22-38-05Z`, and a number where two come in one second. */
function asidePath(path: string, wallMs: number): string {
  const stamp = new Date(wallMs).toISOString().slice(0, 19).replaceAll(':', '-');
  const first = `${path}.damaged-${stamp}Z`;
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? first : `${first}-${count}`;
    if (!existsSync(candidate)) return candidate;
  }
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
