import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The file itself, and what SQLite keeps beside it. */
export const FILE_SUFFIXES = ['-wal', '-shm', '-journal', ''];

const AT_A_TIME_BYTES = 1 << 20;

/** `descenso.sqlite.damaged-2026-11-23T22-38-05Z`, and a number where two come in one second. */
export function asidePath(path: string, wallMs: number): string {
  const first = `${path}${asideSuffix(wallMs)}`;
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? first : `${first}-${count}`;
    if (!FILE_SUFFIXES.some((suffix) => existsSync(`${candidate}${suffix}`))) return candidate;
  }
}

/**
 * Deletes the copies of damaged files that still speak of one of these recordings: a copy cannot be cleaned, and what
 * was to be deleted must not live on in it. What could be read of it was salvaged when it was set aside.
 */
export function removeCopiesOf(path: string, recordings: readonly string[]): void {
  const wanted = recordings.map((id) => Buffer.from(id));
  for (const copy of copiesOf(path)) {
    if (filesOf(copy).some((file) => holdsOne(file, wanted))) remove(copy);
  }
}

/** Deletes the copies that were set aside before this time, and says how many. */
export function removeCopiesBefore(path: string, beforeMs: number): number {
  // Written as it is, a time compares as text.
  const old = copiesOf(path).filter((copy) => copy.slice(path.length) < asideSuffix(beforeMs));
  for (const copy of old) remove(copy);
  return old.length;
}

function asideSuffix(wallMs: number): string {
  return `.damaged-${new Date(wallMs).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}

function copiesOf(path: string): readonly string[] {
  const isCopy = /^\.damaged-[\dT-]+Z(?:-\d+)?$/u;
  const beside = `${basename(path)}`;
  return readdirSync(dirname(path))
    .filter((name) => name.startsWith(beside) && isCopy.test(name.slice(beside.length)))
    .map((name) => join(dirname(path), name));
}

function filesOf(copy: string): readonly string[] {
  return FILE_SUFFIXES.map((suffix) => `${copy}${suffix}`).filter((file) => existsSync(file));
}

function remove(copy: string): void {
  for (const file of filesOf(copy)) rmSync(file, { force: true });
}

/** Reads a file piece by piece, each beginning with the end of the one before: a copy may be larger than memory. */
function holdsOne(path: string, wanted: readonly Buffer[]): boolean {
  const overlap = Math.max(0, ...wanted.map((text) => text.length - 1));
  const piece = Buffer.alloc(overlap + AT_A_TIME_BYTES);
  const file = openSync(path, 'r');
  try {
    for (let kept = 0; ;) {
      const read = readSync(file, piece, kept, AT_A_TIME_BYTES, null);
      const filled = piece.subarray(0, kept + read);
      if (wanted.some((text) => filled.includes(text))) return true;
      if (read === 0) return false;
      kept = Math.min(overlap, filled.length);
      piece.copyWithin(0, filled.length - kept, filled.length);
    }
  } finally {
    closeSync(file);
  }
}
