import { createHash, timingSafeEqual } from 'node:crypto';

/** SHA-256 of a text, in base64url: 43 characters. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Whether two secrets are the same, in a time that tells nothing of where they differ nor of how long they are. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(digest(one)), Buffer.from(digest(other)));
}
