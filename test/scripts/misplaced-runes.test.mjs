import { expect, it } from 'vitest';
import { misplacedRunes } from '../../scripts/lib/misplaced-runes.mjs';
import { folderWith } from './in-temporary-folder.mjs';

it('runes in state files and components are at home', () => {
  const folder = folderWith({
    'client/state/live.svelte.ts': 'let view = $state.raw(null);',
    'client/parts/Button.svelte': '<script>const { label } = $props();</script>',
    'client/state/words.ts': '// no $state here\nconst price = `$stated`; const store = $store;',
  });
  expect(misplacedRunes(folder)).toEqual([]);
});

it('a rune in a plain file is found, with its line', () => {
  const folder = folderWith({ 'client/state/live.ts': '/* the\n view */\nlet view = $derived(seen);' });
  expect(misplacedRunes(folder)).toEqual([
    'client/state/live.ts:3: a rune in a plain .ts file does nothing: name it *.svelte.ts',
  ]);
});

it('a file for runes outside client/state is found', () => {
  const folder = folderWith({ 'client/parts/hover.svelte.ts': 'export const hover = $state({});' });
  expect(misplacedRunes(folder)).toEqual([
    'client/parts/hover.svelte.ts: files with runes live in client/state/',
  ]);
});
