import { createPublicKey, verify } from 'node:crypto';
import type { Seal } from '../../shared/recording/recording.ts';

/** Whether a seal is its key's Ed25519 signature over the digest. A key that is none has signed nothing. */
export function checkSeal({ publicKey, signature }: Seal, digest: Uint8Array): boolean {
  const x = Buffer.from(publicKey, 'hex').toString('base64url');
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, digest, key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}
