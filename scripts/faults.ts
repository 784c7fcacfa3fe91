import { runFloods } from './faults/floods.ts';
import { runFrames } from './faults/frames.ts';
import { runProgram } from './faults/run-program.ts';

/**
 * `npm run faults -- NAME …`: lets something bad happen to a server of its own, and judges how it bore it. Each prints what it
 * measured and says whether all held; what must happen is in docs/faults.md. One file each, and one line here.
 */
const FAULTS: ReadonlyMap<string, (args: readonly string[]) => Promise<boolean>> = new Map([
  ['frames', runFrames],
  ['floods', runFloods],
  ['kills', runProgram('test/faults/kills.ts')],
  ['lines', runProgram('test/faults/lines.ts')],
  ['seeds', runProgram('test/simulation/main.ts')],
  ['split-brain', runProgram('test/faults/split-brains.ts')],
  ['stalled', runProgram('test/faults/stalled.ts')],
  ['failover', runProgram('test/faults/failover.ts')],
  ['redis-away', runProgram('test/faults/redis-away.ts')],
]);

const given = process.argv.slice(2);
// `npm run faults -- --seeds 300` is what is played most.
const [name = '', ...args] = given[0]?.startsWith('--') === true ? ['seeds', ...given] : given;
const run = FAULTS.get(name);
if (run === undefined) {
  process.stderr.write(`Usage: npm run faults -- ${[...FAULTS.keys()].join('|')} …\n`);
  process.exitCode = 2;
} else {
  process.exitCode = (await run(args)) ? 0 : 1;
}
