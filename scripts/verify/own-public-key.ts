import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** By which the seals of the server with this data folder are known, in lowercase hex; null where it has no key. */
export async function readOwnPublicKey(dataDir: string): Promise<string | null> {
  const pem = await readFile(join(dataDir, 'recording-seal.pem'), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  });
  if (pem === null) return null;
  const { x = '' } = createPublicKey(pem).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url').toString('hex');
}
