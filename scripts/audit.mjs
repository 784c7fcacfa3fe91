import { execFile } from 'node:child_process';
import { auditVerdict } from './lib/audit-verdict.mjs';
import { NPM } from './lib/npm.mjs';

/** A check of its own: no package that runs in a class has a known hole rated high or critical. */
const ASK = ['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000'];

// npm ends with 1 for any hole and for any trouble: only what it printed says which.
execFile(NPM.command, ASK, { shell: NPM.shell }, (_, printed) => {
  const { kind, lines } = auditVerdict(printed);
  for (const line of lines) console.log(line);
  process.exitCode = kind === 'holes' || kind === 'broken' ? 1 : 0;
});
