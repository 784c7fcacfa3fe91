import { parseArgs } from 'node:util';
import { describeFailure, play } from './play.ts';
import { describeTally, playSeeds, seedsToPlay } from './seeds.ts';

/**
 * Plays simulated classes, one a seed, and holds each against the oracle. `--seeds 300` plays the first 300 after those that
 * failed before, `--from 1001` others; `--seed 17` plays one and, with `--trace 200`, prints the last of what happened.
 */
const FAILURES_MOST = 20;

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    trace: { type: 'string' },
  },
});

if (values.seed !== undefined) {
  const played = await play({ seed: Number(values.seed), traced: values.trace !== undefined });
  process.stdout.write(`${describeFailure(played, Number(values.trace ?? 0))}\n`);
  process.exitCode = played.failure === null ? 0 : 1;
} else {
  const sinceMs = performance.now();
  const tally = await playSeeds(seedsToPlay(Number(values.from), Number(values.seeds)), FAILURES_MOST);
  const seconds = ((performance.now() - sinceMs) / 1_000).toFixed(1);
  const { user } = process.cpuUsage();
  process.stdout.write(`${describeTally(tally)}\n${seconds} s, ${(user / 1e6).toFixed(1)} s of one core\n`);
  process.exitCode = tally.failures.length === 0 ? 0 : 1;
}
