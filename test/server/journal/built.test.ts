import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { temporaryFolder } from './temporary-store.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

it('the store starts its thread from the built server as it does from the sources', async () => {
  const folder = temporaryFolder();
  // Inside the project, so that the packages left outside the bundle are found.
  const outDir = join(root, 'node_modules/.cache/built-store');
  const program = join(folder.path, 'program.ts');
  writeFileSync(
    program,
    `import { openSqliteStore } from ${JSON.stringify(join(root, 'server/journal/sqlite.ts'))};
     const { journal } = await openSqliteStore({ directory: process.argv[2] ?? '' });
     await journal.open('built');
     await journal.append('built', 1, 1, ['"kept"']);
     console.log(JSON.stringify(await journal.read('built', 1)));
     await journal.close();`,
  );
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: { main: program, 'sqlite-worker': join(root, 'server/journal/sqlite-worker.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  const said = execFileSync(process.execPath, [join(outDir, 'main.js'), folder.path], { encoding: 'utf8' });
  expect(JSON.parse(said)).toEqual([{ version: 1, epoch: 1, json: '"kept"' }]);
  folder.remove();
  rmSync(outDir, { recursive: true });
});
