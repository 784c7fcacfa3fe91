import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { folderSecrets } from '../../server/auth/folder-secrets.ts';
import { createSealKey, sealWith } from '../../server/auth/recording-seal.ts';
import { record } from '../helpers/recordings.ts';
import { playTinyClass } from '../helpers/tiny-class.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'descenso-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const seal = sealWith(await createSealKey(folderSecrets(folder))());

function kept(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

async function verify(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/verify.ts', ...args], { cwd: ROOT });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, said };
}

// A process of its own each time, on a machine that may be busy.
describe('npm run verify', { timeout: 120_000 }, () => {
  const tiny = playTinyClass();

  it.each([
    ['this server has sealed it', kept('own.json.gz', record(tiny, {}, {}, seal)), folder],
    ['another server has sealed it', kept('other.json.gz', record(tiny, {}, {}, seal)), join(folder, 'none')],
    ['the seal is missing', kept('bare.json.gz', record(tiny)), folder],
  ])('says of an honest file that %s', async (words, file, dataDir) => {
    expect(await verify(file, '--data-dir', dataDir)).toEqual({
      code: 0,
      said: `${file}: holds, all ${tiny.length} events to the last number (steps: 1); ${words}.\n`,
    });
  });

  it('ends with 1 and names the first event that lies, and what should have been there', async () => {
    const step = tiny.findIndex(({ json }) => json.includes('"type":"step-taken"'));
    const lied = tiny.map((line, index) =>
      index === step ? { ...line, json: line.json.replace(/"together":[^,]+/u, '"together":-0.5') } : line,
    );
    const { code, said } = await verify(kept('lie.json.gz', record(lied)));
    expect(code).toBe(1);
    expect(said).toMatch(
      /: event \d+ lies: step-taken: effects\.together should be -?0\.\d+, it is -0\.5\.\n$/u,
    );
    expect(said).toContain(`event ${step + 1} lies`);
  });

  it('ends with 1 where the file is no recording', async () => {
    const file = kept('noise.json.gz', Uint8Array.of(1, 2, 3));
    expect(await verify(file)).toMatchObject({ code: 1, said: expect.stringContaining('not a recording') });
  });

  it('ends with 2 where it is not asked properly', async () => {
    for (const args of [[], ['one', 'two'], ['--wrong'], [join(folder, 'nowhere')]])
      expect((await verify(...args)).code).toBe(2);
  });
});
