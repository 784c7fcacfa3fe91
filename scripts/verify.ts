import { readFile } from 'node:fs/promises';
import { checkSeal } from '../server/auth/check-seal.ts';
import { folderSecrets } from '../server/auth/folder-secrets.ts';
import { readSealPublicKey } from '../server/auth/recording-seal.ts';
import { sha256 } from '../server/sha-256.ts';
import { verifyRecording, type SealStanding, type Verification } from '../shared/recording/verify.ts';
import { readOptions, USAGE } from './verify/options.ts';

/** Proves a recording. Exit code 0: it holds; 1: it lies, and where; 2: it was not asked properly. */

const LIES = 1;
const NOT_ASKED = 2;

async function main(): Promise<void> {
  const { file, dataDir } = readOptions(process.argv.slice(2), process.env);
  const [bytes, ownPublicKey] = await Promise.all([
    readFile(file),
    readSealPublicKey(folderSecrets(dataDir)),
  ]);
  const verification = verifyRecording(bytes, { ownPublicKey, checkSeal, sha256 });
  console.log(`${file}: ${sentence(verification)}`);
  if (!verification.ok) process.exitCode = LIES;
}

function sentence(verification: Verification): string {
  if (!verification.ok) {
    const { version, what } = verification;
    return `${version === null ? 'not as it was written' : `event ${version} lies`}: ${what}.`;
  }
  const { events, steps, seal } = verification;
  return `holds, all ${events} events to the last number (steps: ${steps}); ${SEALED[seal]}.`;
}

const SEALED: Readonly<Record<SealStanding, string>> = {
  own: 'this server has sealed it',
  other: 'another server has sealed it',
  missing: 'the seal is missing',
};

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof TypeError || error instanceof RangeError) console.error(USAGE);
  process.exitCode = NOT_ASKED;
}
