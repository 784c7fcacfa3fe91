import { randomBytes } from 'node:crypto';
import type { Grant } from '../journal/catalogue.ts';
import { digest } from './digest.ts';

/** What a token is for: a place in a class, or a look at a recording. */
type TokenRole = Grant['role'] | 'share';

/** Opaque and random. A teacher's opens a whole class; the others are one among many and short to send. */
const TOKEN_BITS: Readonly<Record<TokenRole, number>> = { teacher: 256, seat: 128, screen: 128, share: 128 };

/** A new secret for its holder, in base64url. It is shown once and never kept here. */
export function newToken(role: TokenRole): string {
  return randomBytes(TOKEN_BITS[role] / 8).toString('base64url');
}

/**
 * What is kept of a token, and what it is found by. Looking up by the hash needs no comparison in constant time:
 * a guess that shares a beginning with a hash says nothing about the token behind it.
 */
export function hashToken(token: string): string {
  return digest(token);
}
