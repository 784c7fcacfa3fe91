import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';

/**
 * Bundles the server's threads once for a whole run. From the sources each of the hundreds that tests start would bring
 * the compiler along, which takes a second of a core.
 */
export async function setup(project: TestProject): Promise<() => void> {
  const output = join(project.config.root, 'test-output');
  mkdirSync(output, { recursive: true });
  const folder = mkdtempSync(join(output, 'threads-'));
  const bundle = () =>
    build({ configFile: 'vite.server.config.ts', logLevel: 'error', build: { outDir: folder } });
  await bundle();
  process.env['BUILT_THREADS'] = pathToFileURL(folder).href;
  // While somebody works, a source was saved.
  project.onTestsRerun(async () => void (await bundle()));
  return () => rmSync(folder, { recursive: true, force: true });
}
