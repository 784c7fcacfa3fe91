import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { runQuietly } from './run-command.mjs';

/**
 * Runs checks, as many at a time as there are processors; tells each one's verdict as it ends and, after the last, what
 * the failed ones had to say.
 * @param {readonly import('./checks.mjs').Check[]} checks
 * @param {string} root the project's folder
 * @param {(text: string) => void} say
 * @returns {Promise<boolean>} whether all passed
 */
export async function runChecks(checks, root, say) {
  const waiting = [...checks];
  const failed = [];
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { code, output, seconds } = await runCheck(check, root);
      if (code !== 0) failed.push({ check, output });
      say(
        `${code === 0 ? '✓' : '✗'} ${check.name.padEnd(10)} ${check.holds.padEnd(40)} ${seconds.toFixed(1)} s`,
      );
      if (code === 0 && check.tells === true && output !== '') say(`  ${output.trimEnd()}`);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  for (const { check, output } of failed)
    say(`\n✗ ${check.name}: ${check.command.join(' ')}\n${output.trimEnd()}`);
  return failed.length === 0;
}

async function runCheck({ command: [program, ...args] }, root) {
  const startedMs = performance.now();
  const tools = join(root, 'node_modules', '.bin');
  const result = await runQuietly(program, args, {
    cwd: root,
    env: { ...process.env, PATH: `${tools}${delimiter}${process.env.PATH ?? ''}`, NO_COLOR: '1' },
    shell: process.platform === 'win32',
  });
  return { ...result, seconds: (performance.now() - startedMs) / 1000 };
}
