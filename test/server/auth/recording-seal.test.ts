import { createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { folderSecrets } from '../../../server/auth/folder-secrets.ts';
import { createSealKey, readSealPublicKey, sealWith } from '../../../server/auth/recording-seal.ts';
import { digest } from '../../../server/auth/digest.ts';

const DIGEST = Buffer.from(digest('a recording'), 'base64url');
/** What comes before the 32 bytes of an Ed25519 public key in DER (RFC 8410). */
const DER_HEADER = Buffer.from('302a300506032b6570032100', 'hex');

function holds(seal: { readonly publicKey: string; readonly signature: string }, over: Uint8Array): boolean {
  const der = Buffer.concat([DER_HEADER, Buffer.from(seal.publicKey, 'hex')]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return verify(null, over, key, Buffer.from(seal.signature, 'hex'));
}

describe('the key that recordings are sealed with', () => {
  let folder: string;
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), 'descenso-seal-')), 'data');
  });
  afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));
  const file = (): string => join(folder, 'recording-seal.pem');

  it('is not there before it is needed; then it is made, once, for its owner alone to read', async () => {
    const key = createSealKey(folderSecrets(folder));
    expect(await readSealPublicKey(folderSecrets(folder))).toBeNull();
    const [one, other] = await Promise.all([key(), key()]);
    expect(one).toBe(other);
    expect(readdirSync(folder)).toEqual(['recording-seal.pem']);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect((await createSealKey(folderSecrets(folder))()).trim()).toBe(one.trim());
  });

  it('seals a digest so that anybody can tell by the public key, and nothing else passes', async () => {
    const seal = sealWith(await createSealKey(folderSecrets(folder))())(DIGEST);
    expect(seal.publicKey).toMatch(/^[0-9a-f]{64}$/u);
    expect(seal.signature).toMatch(/^[0-9a-f]{128}$/u);
    expect(holds(seal, DIGEST)).toBe(true);
    const edited = Buffer.from(DIGEST);
    edited.writeUInt8(edited.readUInt8(7) ^ 1, 7);
    expect(holds(seal, edited)).toBe(false);
    expect(await readSealPublicKey(folderSecrets(folder))).toBe(seal.publicKey);
  });

  it('is another on every server', async () => {
    const here = sealWith(await createSealKey(folderSecrets(folder))())(DIGEST);
    const there = sealWith(await createSealKey(folderSecrets(`${folder}-2`))())(DIGEST);
    expect(there.publicKey).not.toBe(here.publicKey);
  });

  it('that somebody broke is refused with what to do, and taken again once it is mended', async () => {
    const good = await createSealKey(folderSecrets(folder))();
    writeFileSync(file(), '-----BEGIN PRIVATE KEY-----\nhalf');
    const key = createSealKey(folderSecrets(folder));
    await expect(key()).rejects.toThrow(
      /recording-seal\.pem holds no Ed25519 key; restore it, or delete it/u,
    );
    writeFileSync(file(), good);
    expect((await key()).trim()).toBe(good.trim());
  });
});
