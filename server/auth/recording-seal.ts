import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import type { Seal } from '../../shared/recording/recording.ts';
import type { Secrets } from '../journal/secrets.ts';

/** Ed25519 (RFC 8032). Whoever has the file can seal as this server: it is for its owner alone to read. */
const NAME = 'recording-seal.pem';

/** The key this server seals recordings with, as PEM; made at its first need, and the same ever after. */
export type SealKey = () => Promise<string>;

/** Rejects where what is kept cannot be read or is no such key. */
export function createSealKey(secrets: Secrets): SealKey {
  let loading: Promise<string> | null = null;
  return async () => {
    // Two who need it first at the same time need the same one.
    loading ??= load(secrets);
    try {
      return await loading;
    } catch (error) {
      loading = null;
      throw error;
    }
  };
}

/** What a recording's digest is signed with. */
export function sealWith(pem: string): (digest: Uint8Array) => Seal {
  const key = createPrivateKey(pem);
  const publicKey = publicHex(key);
  return (digest) => ({ publicKey, signature: sign(null, digest, key).toString('hex') });
}

/** By which a seal of this server is known, in lowercase hex; null where it has never sealed anything. */
export async function readSealPublicKey(secrets: Secrets): Promise<string | null> {
  const pem = await secrets.read(NAME);
  return pem === null ? null : publicHex(createPrivateKey(pem));
}

async function load(secrets: Secrets): Promise<string> {
  const kept = await secrets.read(NAME);
  if (kept !== null) return checked(kept, secrets);
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return checked(await secrets.keep(NAME, pem.trim()), secrets);
}

function checked(pem: string, secrets: Secrets): string {
  try {
    if (createPrivateKey(pem).asymmetricKeyType === 'ed25519') return pem;
  } catch {
    // Said below, in words of our own.
  }
  throw new Error(`${secrets.where(NAME)} holds no Ed25519 key; restore it, or delete it to make a new one`);
}

/** The 32 bytes of the key itself, which end its DER form (RFC 8410, section 4). */
function publicHex(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
}
