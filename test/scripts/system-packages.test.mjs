import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/root.mjs';
import { runQuietly } from '../../scripts/lib/run-command.mjs';
import { addFile, folderWith } from './in-temporary-folder.mjs';

const lib = (name) => JSON.stringify(pathToFileURL(join(ROOT, 'scripts/lib', name)).href);

/** Asks for a browser, needed or not, on a machine whose whole PATH is one folder with these programs. */
async function machineWith(programs, { optional = false } = {}) {
  const folder = folderWith({});
  for (const [name, script] of Object.entries(programs))
    addFile(folder, name, `#!/bin/sh\n${script}\n`, 0o755);
  const source = `import { ensureSystemPackages } from ${lib('system-packages.mjs')};
    import { prepareOrExit } from ${lib('preparation.mjs')};
    const browser = { program: 'browser', aptPackage: 'debian-browser', why: 'to look at a class', optional: ${optional} };
    await prepareOrExit([() => ensureSystemPackages([browser], console.log)]);`;
  const result = await runQuietly(process.execPath, ['--input-type=module', '-e', source], {
    env: { PATH: folder },
  });
  const log = join(folder, 'apt.log');
  return { ...result, apt: existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [] };
}

const sudo = `[ "$2" = true ] && exit 0; shift 3; exec "$@"`;
const logs = `echo "$DEBIAN_FRONTEND $*" >> "\${0%/*}/apt.log"`;
const installs = `${logs}; [ "$1" = install ] && { echo '#!/bin/sh' > "\${0%/*}/browser"; /bin/chmod +x "\${0%/*}/browser"; }; exit 0`;

it('what is there is not installed again', async () => {
  expect(await machineWith({ browser: '', 'apt-get': installs, sudo })).toEqual({
    code: 0,
    output: '',
    apt: [],
  });
});

it('a missing browser is fetched by apt-get, lists first, without questions or extras', async () => {
  const { code, apt } = await machineWith({ 'apt-get': installs, sudo });
  expect(apt).toEqual([
    'noninteractive update -q',
    'noninteractive install -y -q --no-install-recommends debian-browser',
  ]);
  expect(code).toBe(0);
});

it('where nothing can be installed, one sentence says what to install', async () => {
  const sentence =
    'The tests need debian-browser (to look at a class): install it (Debian: apt-get install debian-browser) and try again.\n';
  expect(await machineWith({ sudo: 'exit 1' })).toEqual({ code: 1, output: sentence, apt: [] });
  const failing = await machineWith({ 'apt-get': 'exit 100', sudo });
  expect(failing.code).toBe(1);
  expect(failing.output).toContain(sentence);
});

it('where one cannot be installed that tests can do without, they are told so and go on', async () => {
  const sentence =
    'There is no debian-browser (to look at a class), and it could not be installed: the tests that need it are skipped.\n';
  const without = { optional: true };
  expect(await machineWith({ sudo: 'exit 1' }, without)).toEqual({ code: 0, output: sentence, apt: [] });
  const failing = await machineWith({ 'apt-get': 'exit 100', sudo }, without);
  expect(failing.code).toBe(0);
  expect(failing.output).toContain(sentence);
});
