import { parseArgs } from 'node:util';
import { quantile } from '../../scripts/lib/figures.ts';
import { openNodesClass } from '../helpers/nodes-class.ts';
import { splitBrain } from './split-brain.ts';

/** `npm run faults -- split-brain`: prints how a class bore servers that lost it and came back; 1 where a promise broke. */
const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '200' },
    students: { type: 'string', default: '6' },
  },
});
const times = Number(values.times);
const pair = await openNodesClass({ students: Number(values.students) });
const takeOverMs: number[] = [];
const nudges: string[] = [];
let byTheFormer = 0;
let refused = 0;
for (let turn = 0; turn < times; turn++) {
  // A round takes sixty nudges of a student.
  await pair.pets.reach(turn % 2 === 0 ? 'adjust' : 'nudge');
  await pair.pets.reach('nudge');
  const trial = await splitBrain(pair, turn % 2 === 0 ? 0 : 1, 1_000 + turn);
  takeOverMs.push(trial.takeOverMs);
  nudges.push(...trial.nudges);
  byTheFormer += trial.acknowledgedByTheFormer;
  refused += trial.refused.length;
  process.stdout.write(`${turn + 1}: taken over after ${Math.round(trial.takeOverMs)} ms\n`);
}
const recorded = await pair.recorded();
const lost = nudges.filter((id) => !recorded.has(id)).length;
const doubled = [...recorded.values()].filter((count) => count > 1).length;
await pair.dispose();
const share = (part: number): number => Math.round(quantile(takeOverMs, part));
process.stdout.write(
  `${JSON.stringify({
    fault: 'split-brain',
    times,
    students: pair.pets.students.length,
    acknowledged: nudges.length,
    acknowledgedByTheFormer: byTheFormer,
    refused,
    lost,
    doubled,
    takeOverP50Ms: share(0.5),
    takeOverP99Ms: share(0.99),
    takeOverMaxMs: share(1),
  })}\n`,
);
process.exitCode = byTheFormer + refused + lost + doubled === 0 ? 0 : 1;
