import { expect, it } from 'vitest';
import { runChecks } from '../../scripts/lib/run-checks.mjs';
import { folderWith } from './in-temporary-folder.mjs';

const check = (name, source) => ({ name, holds: `that ${name}`, command: [process.execPath, '-e', source] });

it('every check has its line, and only what failed explains itself', async () => {
  const said = [];
  const passed = await runChecks(
    [check('fine', `console.log('chatter')`), check('broken', `console.error('line 7'); process.exit(3)`)],
    folderWith({}),
    (text) => said.push(text),
  );
  expect(passed).toBe(false);
  const text = said.join('\n');
  expect(text).toMatch(/^✓ fine +that fine +\d+\.\d s$/m);
  expect(text).toMatch(/^✗ broken +that broken +\d+\.\d s$/m);
  expect(text).toMatch(/✗ broken: .*\nline 7$/);
  expect(text).not.toContain('chatter');
});

it('one that has something to tell tells it though it passed', async () => {
  const said = [];
  const telling = { ...check('audit', `console.log('Skipped: nobody answered')`), tells: true };
  expect(await runChecks([telling], folderWith({}), (text) => said.push(text))).toBe(true);
  expect(said.join('\n')).toMatch(/^✓ audit .* s\n {2}Skipped: nobody answered$/);
});

it('all is well when all passed', async () => {
  expect(await runChecks([check('fine', '')], folderWith({}), () => undefined)).toBe(true);
});

it('a tool that is not there has failed', async () => {
  const missing = { name: 'tool', holds: 'nothing', command: ['no-such-tool-here'] };
  expect(await runChecks([missing], folderWith({}), () => undefined)).toBe(false);
});
