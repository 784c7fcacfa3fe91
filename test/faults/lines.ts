import { parseArgs } from 'node:util';
import { playOnBadLines } from './bad-line.ts';
import { quantile } from '../../scripts/lib/figures.ts';

/** `npm run faults -- lines`: cuts after every number of bytes up to the most, then slow lines. Ends with 1 where a promise broke. */
const { values } = parseArgs({
  options: { most: { type: 'string', default: '160' }, rounds: { type: 'string', default: '3' } },
});
const cutAfterBytes = Array.from({ length: Number(values.most) + 1 }, (_, bytes) => bytes);
const { cuts, tickMs, broken } = await playOnBadLines({ cutAfterBytes, slowRounds: Number(values.rounds) });
for (const sentence of broken) process.stdout.write(`BROKEN ${sentence}\n`);
process.stdout.write(
  `${JSON.stringify({
    fault: 'lines',
    cuts,
    broken: broken.length,
    slowTicks: tickMs.length,
    tickP50Ms: Math.round(quantile(tickMs, 0.5)),
    tickP95Ms: Math.round(quantile(tickMs, 0.95)),
  })}\n`,
);
process.exitCode = broken.length === 0 ? 0 : 1;
