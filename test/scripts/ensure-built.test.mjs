import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ensureBuilt } from '../../scripts/lib/ensure-built.mjs';
import { PreparationError } from '../../scripts/lib/preparation.mjs';
import { addFile, folderWith } from './in-temporary-folder.mjs';

/** A project whose build writes down that it ran. */
const project = (build = `mkdirSync('dist', { recursive: true }); appendFileSync('built', 'x');`) =>
  folderWith({
    'package.json': JSON.stringify({ type: 'module', scripts: { build: 'node build.js' } }),
    'build.js': `import { appendFileSync, mkdirSync } from 'node:fs'; ${build}`,
    'client/teach.ts': 'one',
    'server/main.ts': 'two',
  });
const builds = (folder) =>
  existsSync(join(folder, 'built')) ? readFileSync(join(folder, 'built')).length : 0;
const quiet = () => undefined;

it('builds once, and again only when a source was changed, added or deleted', async () => {
  const folder = project();
  await ensureBuilt(folder, quiet);
  await ensureBuilt(folder, quiet);
  expect(builds(folder)).toBe(1);

  addFile(folder, 'client/teach.ts', 'changed');
  await ensureBuilt(folder, quiet);
  expect(builds(folder)).toBe(2);

  addFile(folder, 'shared/new.ts', 'new');
  await ensureBuilt(folder, quiet);
  expect(builds(folder)).toBe(3);

  rmSync(join(folder, 'shared/new.ts'));
  await ensureBuilt(folder, quiet);
  expect(builds(folder)).toBe(4);
});

it('builds again when dist was thrown away', async () => {
  const folder = project();
  await ensureBuilt(folder, quiet);
  rmSync(join(folder, 'dist'), { recursive: true });
  await ensureBuilt(folder, quiet);
  expect(builds(folder)).toBe(2);
});

it('tells what was wrong with a build that failed, and tries again next time', async () => {
  const folder = project(`console.error('teach.ts: unexpected token'); process.exit(2);`);
  const attempt = ensureBuilt(folder, quiet);
  await expect(attempt).rejects.toThrow(PreparationError);
  await expect(attempt).rejects.toThrow(/teach\.ts: unexpected token[\s\S]*The build did not work/);
  await expect(ensureBuilt(folder, quiet)).rejects.toThrow(PreparationError);
});
