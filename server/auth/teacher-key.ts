import { randomBytes } from 'node:crypto';
import type { Secrets } from '../journal/secrets.ts';
import { sameSecret } from './digest.ts';

/** A key somebody chooses must not be one that somebody guesses. */
export const TEACHER_KEY_LEAST_CHARACTERS = 12;

const KEY_BITS = 256;

export type TeacherKey = {
  readonly key: string;
  /** `made`: this is the first start, and the key has not been shown before. */
  readonly origin: 'environment' | 'kept' | 'made';
};

const NAME = 'teacher-key';

/**
 * The key that opens `/teach`: the operator's, or the one made at the first start and kept as `teacher-key` ever
 * after. Rejects where that cannot be read or is no key.
 */
export async function loadTeacherKey(secrets: Secrets, fromEnvironment: string | null): Promise<TeacherKey> {
  if (fromEnvironment !== null) return { key: fromEnvironment, origin: 'environment' };
  const kept = await secrets.read(NAME);
  if (kept !== null) return { key: checked(kept, secrets), origin: 'kept' };
  const made = randomBytes(KEY_BITS / 8).toString('base64url');
  const key = await secrets.keep(NAME, made);
  return { key: checked(key, secrets), origin: key === made ? 'made' : 'kept' };
}

/** Whether what was offered is the key. */
export function isTeacherKey(key: string, offered: string): boolean {
  return sameSecret(key, offered);
}

function checked(key: string, secrets: Secrets): string {
  if (key.length >= TEACHER_KEY_LEAST_CHARACTERS) return key;
  throw new Error(
    `${secrets.where(NAME)} holds no key of at least ${TEACHER_KEY_LEAST_CHARACTERS} characters; delete it to make a new one`,
  );
}
