import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { sameSecret } from './digest.ts';

/** A key somebody chooses must not be one that somebody guesses. */
export const TEACHER_KEY_LEAST_CHARACTERS = 12;

const KEY_BITS = 256;

export type TeacherKey = {
  readonly key: string;
  /** `made`: this is the first start, and the key has not been shown before. */
  readonly origin: 'environment' | 'file' | 'made';
};

/**
 * The key that opens `/teach`: the operator's, or the one made at the first start, kept in `teacher-key` in the
 * data folder for nobody but the owner to read. Rejects where that file cannot be read or holds no key.
 */
export async function loadTeacherKey(dataDir: string, fromEnvironment: string | null): Promise<TeacherKey> {
  if (fromEnvironment !== null) return { key: fromEnvironment, origin: 'environment' };
  const path = join(dataDir, 'teacher-key');
  const kept = await readKey(path);
  if (kept !== null) return { key: kept, origin: 'file' };
  await mkdir(dataDir, { recursive: true });
  const key = randomBytes(KEY_BITS / 8).toString('base64url');
  await writeKey(path, key);
  return { key, origin: 'made' };
}

/** Whether what was offered is the key. */
export function isTeacherKey(key: string, offered: string): boolean {
  return sameSecret(key, offered);
}

async function readKey(path: string): Promise<string | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const key = text.trim();
  if (key.length < TEACHER_KEY_LEAST_CHARACTERS) {
    throw new Error(
      `${path} holds no key of at least ${TEACHER_KEY_LEAST_CHARACTERS} characters; delete it to make a new one`,
    );
  }
  await chmod(path, 0o600); // whoever copied it here may have left it open to all
  return key;
}

/** Whole or not at all: a start cut short must not leave half a key behind. */
async function writeKey(path: string, key: string): Promise<void> {
  const draft = `${path}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${key}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}
