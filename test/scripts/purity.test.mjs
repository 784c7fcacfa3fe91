import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/root.mjs';
import { runQuietly } from '../../scripts/lib/run-command.mjs';
import { folderWith } from './in-temporary-folder.mjs';

/** What the linter says of each of these files under the project's own rules. */
async function lint(files) {
  const folder = folderWith({
    '.oxlintrc.json': readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8'),
    ...files,
  });
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const { output } = await runQuietly(process.execPath, [oxlint, '--format=json'], { cwd: folder });
  const { diagnostics } = JSON.parse(output);
  return (file) =>
    diagnostics.filter(({ filename }) => filename === file).map(({ message, help }) => `${message} ${help}`);
}

it('shared/ cannot reach for a clock, chance, timers, the page or the process', async () => {
  const reaches = {
    'has no clock': ['Date.now()', 'new Date()', 'performance.now()', 'globalThis.Date'],
    'has no chance': ['Math.random()', 'crypto.randomUUID()'],
    'has no timers': ['setTimeout(print, 5)', 'setInterval(print, 5)', 'queueMicrotask(print)'],
    'knows no browser': ['document.title', 'window.name', 'navigator.language', 'localStorage.length'],
    'knows no Node.js': ['process.env', 'Buffer.from([])'],
    'prints nothing': ['console.log(1)'],
  };
  const cases = Object.entries(reaches).flatMap(([reason, sources]) =>
    sources.map((source) => ({ reason, source })),
  );
  const file = ({ source }) => `export const reach = (print: () => void) => [print, ${source}];`;
  const saidOf = await lint({
    ...Object.fromEntries(cases.map((each, n) => [`shared/session/reach-${n}.ts`, file(each)])),
    ...Object.fromEntries(cases.map((each, n) => [`client/state/reach-${n}.ts`, file(each)])),
  });
  for (const [n, { reason, source }] of cases.entries()) {
    expect(saidOf(`shared/session/reach-${n}.ts`), source).toEqual([
      expect.stringContaining(`shared/ ${reason}`),
    ]);
    expect(saidOf(`client/state/reach-${n}.ts`), source).toEqual([]);
  }
});

it('a part cannot reach for the state or the server, not even for a type', async () => {
  const source = `<script lang="ts">
    import type { View } from '../state/view.svelte.ts';
    import type { Room } from '../../server/room/room.ts';
    const { view, room }: { view: View; room: Room } = $props();
  </script>{view}{room}`;
  const saidOf = await lint({ 'client/parts/Wired.svelte': source, 'client/screens/Wired.svelte': source });
  const ofTheServer = expect.stringContaining('lives in shared/');
  expect(saidOf('client/parts/Wired.svelte')).toEqual([
    expect.stringContaining('props in, callbacks out'),
    ofTheServer,
  ]);
  expect(saidOf('client/screens/Wired.svelte')).toEqual([ofTheServer]);
});
