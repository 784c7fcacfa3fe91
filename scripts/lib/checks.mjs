/**
 * Everything `npm run check` runs. Tools are found in node_modules/.bin. `tells`: what it prints is shown though it passed.
 * @typedef {{ name: string, holds: string, command: readonly [string, ...string[]], tells?: boolean }} Check
 * @type {readonly Check[]}
 */
export const CHECKS = [
  {
    name: 'format',
    holds: 'every file is laid out the same',
    command: ['prettier', '--check', '--log-level=warn', '.'],
  },
  { name: 'lint', holds: 'TypeScript and scripts', command: ['oxlint', '--deny-warnings'] },
  {
    name: 'markup',
    holds: 'Svelte markup',
    command: ['eslint', '--no-error-on-unmatched-pattern', '--max-warnings=0', 'client/**/*.svelte'],
  },
  { name: 'types', holds: 'types of every room', command: ['tsc', '-b', '--pretty', 'false'] },
  {
    name: 'svelte',
    holds: 'types and accessibility of every part',
    command: [
      'svelte-check',
      '--tsconfig',
      'client/tsconfig.json',
      '--fail-on-warnings',
      '--output',
      'human',
    ],
  },
  {
    name: 'layers',
    holds: 'who may import whom, no cycles',
    command: [
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      'client',
      'server',
      'shared',
      'scripts',
      'test',
    ],
  },
  { name: 'runes', holds: 'runes live in client/state', command: ['node', 'scripts/check-runes.mjs'] },
  {
    name: 'audit',
    holds: 'no package with a known grave hole',
    command: ['node', 'scripts/audit.mjs'],
    tells: true,
  },
  { name: 'dead code', holds: 'nothing that nobody uses', command: ['knip'] },
];
