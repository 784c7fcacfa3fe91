import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { sameSecret } from './digest.ts';
import { readSecret, writeSecret } from './secret-file.ts';

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
  const key = randomBytes(KEY_BITS / 8).toString('base64url');
  await writeSecret(path, key);
  return { key, origin: 'made' };
}

/** Whether what was offered is the key. */
export function isTeacherKey(key: string, offered: string): boolean {
  return sameSecret(key, offered);
}

async function readKey(path: string): Promise<string | null> {
  const key = await readSecret(path);
  if (key !== null && key.length < TEACHER_KEY_LEAST_CHARACTERS) {
    throw new Error(
      `${path} holds no key of at least ${TEACHER_KEY_LEAST_CHARACTERS} characters; delete it to make a new one`,
    );
  }
  return key;
}
