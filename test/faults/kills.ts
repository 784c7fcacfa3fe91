import { parseArgs } from 'node:util';
import { soakInKills } from './kill-soak.ts';
import { quantile } from '../../scripts/lib/figures.ts';

/** `npm run faults -- kills`: prints how a class bore the deaths of its server, and ends with 1 where a promise broke. */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '50' },
    students: { type: 'string', default: '300' },
    seed: { type: 'string', default: 'kills' },
  },
});
const soak = await soakInKills({
  kills: Number(values.times),
  students: Number(values.students),
  seed: values.seed,
  onkill: (line) => process.stdout.write(`${line}\n`),
});
const back = (share: number): number => Math.round(quantile(soak.backMs, share));
for (const sentence of soak.broken) process.stdout.write(`BROKEN ${sentence}\n`);
process.stdout.write(
  `${JSON.stringify({
    fault: 'kills',
    kills: soak.kills,
    students: soak.students,
    acknowledged: soak.acknowledged,
    lost: soak.broken.filter((sentence) => sentence.endsWith('lost')).length,
    doubled: soak.broken.filter((sentence) => sentence.includes('filed')).length,
    broken: soak.broken.length,
    backP50Ms: back(0.5),
    backP99Ms: back(0.99),
    backMaxMs: back(1),
    roundLostMostMs: Math.round(Math.max(0, ...soak.roundLostMs)),
  })}\n`,
);
process.exitCode = soak.broken.length === 0 ? 0 : 1;
