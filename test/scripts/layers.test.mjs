import { join } from 'node:path';
import { expect, it } from 'vitest';
import cruiser from '../../.dependency-cruiser.mjs';
import { ROOT } from '../../scripts/lib/root.mjs';
import { runQuietly } from '../../scripts/lib/run-command.mjs';
import { folderWith } from './in-temporary-folder.mjs';

const LEAF = 'export const leaf = 1; export type Leaf = number;';
const MANIFEST = {
  name: 'a-class-with-wrong-imports',
  dependencies: {
    '@noble/hashes': '*',
    '@photostructure/sqlite': '*',
    fflate: '*',
    hono: '*',
    papaparse: '*',
    'prom-client': '*',
    'socket.io': '*',
    'socket.io-client': '*',
    valibot: '*',
  },
  devDependencies: { 'fast-check': '*', svelte: '*' },
};

/** The wrong import that each rule is there for: rule, file, what the file says. */
const FORBIDDEN = [
  ['no-cycles', 'shared/session/egg.ts', `import { hen } from './hen.ts'; export const egg = () => hen;`],
  ['everything-resolves', 'shared/session/lost.ts', `import { lost } from './nowhere.ts'; lost();`],
  ['packages-are-listed', 'server/code.ts', `import { nanoid } from 'nanoid'; nanoid();`],
  [
    'no-development-packages-in-the-product',
    'server/chance.ts',
    `import { assert } from 'fast-check'; assert();`,
  ],
  [
    'shared-stands-alone',
    'shared/math/files.ts',
    `import { readFileSync } from 'node:fs'; readFileSync('');`,
  ],
  ['shared-stands-alone', 'shared/math/web.ts', `import { Hono } from 'hono'; new Hono();`],
  ['shared-stands-alone', 'shared/session/packed.ts', `import { gzipSync } from 'fflate'; gzipSync();`],
  [
    'recordings-bring-what-no-browser-has',
    'shared/recording/files.ts',
    `import { gzipSync } from 'node:zlib'; gzipSync();`,
  ],
  ['shared-stands-alone', 'shared/datasets/table.ts', `import Papa from 'papaparse'; Papa.parse('');`],
  ['tables-bring-their-parser', 'shared/datasets/csv/web.ts', `import { Hono } from 'hono'; new Hono();`],
  ['phones-read-no-tables', 'client/join.ts', `import { leaf } from './state/table.ts'; leaf;`],
  [
    'the-network-knows-no-class',
    'shared/network/nosy.ts',
    `import { leaf } from '../session/leaf.ts'; leaf;`,
  ],
  [
    'client-without-server',
    'client/link/typed.ts',
    `import type { Leaf } from '../../server/room/leaf.ts'; export type L = Leaf;`,
  ],
  ['server-without-client', 'server/http/page.ts', `import { leaf } from '../../client/draw/leaf.ts'; leaf;`],
  ['client-without-node', 'client/draw/disk.ts', `import { join } from 'node:path'; join();`],
  ['product-without-tools', 'server/helped.ts', `import { leaf } from '../test/leaf.ts'; leaf;`],
  ['sockets-in-net', 'server/room/socket.ts', `import { Server } from 'socket.io'; new Server();`],
  ['sockets-in-link', 'client/state/socket.ts', `import { io } from 'socket.io-client'; io();`],
  [
    'stores-in-journal',
    'server/auth/store.ts',
    `import { DatabaseSync } from '@photostructure/sqlite'; new DatabaseSync();`,
  ],
  [
    'prometheus-in-measures',
    'server/net/counted.ts',
    `import { Counter } from 'prom-client'; export const counted = Counter;`,
  ],
  [
    'measuring-by-its-interface',
    'server/room/measured.ts',
    `import { leaf } from '../measures/leaf.ts'; leaf;`,
  ],
  ['room-knows-no-shell', 'server/room/ingress.ts', `import { leaf } from '../net/leaf.ts'; leaf;`],
  ['room-knows-no-shell', 'server/room/page.ts', `import { leaf } from '../http/leaf.ts'; leaf;`],
  [
    'room-knows-the-journal-by-its-interface',
    'server/room/driver.ts',
    `import { leaf } from '../journal/sqlite/leaf.ts'; leaf;`,
  ],
  [
    'parts-take-props',
    'client/parts/Wired.svelte',
    `<script lang="ts">import { leaf } from '../state/leaf.svelte.ts';</script>{leaf}`,
  ],
  ['drawing-is-pure', 'client/draw/wired.ts', `import { leaf } from '../link/leaf.ts'; leaf;`],
  ['screens-stand-on-top', 'client/link/wired.ts', `import { leaf } from '../screens/leaf.ts'; leaf;`],
];

/** Imports that look alike and are right. */
const ALLOWED = [
  ['shared/datasets/csv/read.ts', `import Papa from 'papaparse'; export const read = () => Papa.parse('');`],
  ['client/state/table.ts', `export { read as leaf } from '../../shared/datasets/csv/read.ts';`],
  ['client/teach.ts', `import { read } from '../shared/datasets/csv/read.ts'; read();`],
  ['shared/wire/schema.ts', `import { string } from 'valibot'; export const code = string();`],
  [
    'shared/recording/packed.ts',
    `import { gzipSync } from 'fflate'; import { sha256 } from '@noble/hashes/sha2.js'; gzipSync(sha256);`,
  ],
  ['shared/session/hen.ts', `import { egg } from './egg.ts'; export const hen = () => egg;`],
  ['shared/session/one.ts', `import { two } from './two.ts'; export type One = number; two;`],
  ['shared/session/two.ts', `import type { One } from './one.ts'; export const two: One = 2;`],
  [
    'server/net/ingress.ts',
    `import { Server } from 'socket.io'; import { leaf } from '../room/leaf.ts'; new Server(leaf);`,
  ],
  [
    'server/journal/sqlite/store.ts',
    `import { DatabaseSync } from '@photostructure/sqlite'; new DatabaseSync();`,
  ],
  ['server/room/save.ts', `import type { Leaf } from '../journal/journal.ts'; export type Save = Leaf;`],
  ['client/link/connect.ts', `import { io } from 'socket.io-client'; io();`],
  [
    'client/screens/Student.svelte',
    `<script lang="ts">import { leaf } from '../state/leaf.svelte.ts';</script>{leaf}`,
  ],
  ['scripts/bots.ts', `import { io } from 'socket.io-client'; io();`],
];
const LEAVES = [
  'shared/session/leaf.ts',
  'server/room/leaf.ts',
  'server/net/leaf.ts',
  'server/http/leaf.ts',
  'server/measures/leaf.ts',
  'server/journal/journal.ts',
  'server/journal/sqlite/leaf.ts',
  'client/draw/leaf.ts',
  'client/link/leaf.ts',
  'client/screens/leaf.ts',
  'client/state/leaf.svelte.ts',
  'test/leaf.ts',
];

it('every rule of the layers catches the import it is there for, and nothing else', async () => {
  // Inside the project, so that packages are found as they are from the real sources.
  const folder = folderWith(
    {
      'package.json': JSON.stringify(MANIFEST),
      'tsconfig.base.json': '{}',
      ...Object.fromEntries(LEAVES.map((file) => [file, LEAF])),
      ...Object.fromEntries(ALLOWED),
      ...Object.fromEntries(FORBIDDEN.map(([, file, source]) => [file, source])),
    },
    join(ROOT, 'test-output'),
  );
  const { output } = await runQuietly(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(ROOT, '.dependency-cruiser.mjs'),
      '--output-type',
      'json',
      'client',
      'server',
      'shared',
      'scripts',
      'test',
    ],
    { cwd: folder },
  );
  const { violations } = JSON.parse(output).summary;
  const caught = new Set(violations.map(({ rule, from }) => `${rule.name}: ${from}`));
  const expected = FORBIDDEN.map(([rule, file]) => `${rule}: ${file}`);
  expect([...caught].sort()).toEqual(expect.arrayContaining(expected));
  const rightFiles = ALLOWED.map(([file]) => file).filter((file) => file !== 'shared/session/hen.ts');
  expect(violations.filter(({ from }) => rightFiles.includes(from))).toEqual([]);
});

it('no rule is without its wrong import', () => {
  const rules = cruiser.forbidden.map(({ name }) => name);
  expect([...new Set(FORBIDDEN.map(([rule]) => rule))].sort()).toEqual(rules.sort());
});
