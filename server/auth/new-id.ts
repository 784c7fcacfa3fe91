import { randomBytes } from 'node:crypto';

/** What a session, a recording or a share is called: 22 characters of base64url. It opens nothing by itself. */
export function newId(): string {
  return randomBytes(16).toString('base64url');
}
