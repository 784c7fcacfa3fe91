import { parseArgs } from 'node:util';
import { nudge } from '../helpers/live-class.ts';
import { nudgeId, nudgeUntilAnswered, openNodesClass } from '../helpers/nodes-class.ts';

/**
 * `npm run faults -- redis-away`: takes Redis from a class on two servers, stopped (it answers nothing) or killed, and prints
 * how long until everybody was told, and until the class went on by itself (faults.md, S5 and S7); 1 where a promise broke.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '30' },
    students: { type: 'string', default: '30' },
    how: { type: 'string', default: 'stopped' },
  },
});
const SEQ = 1_000;
const pair = await openNodesClass({ students: Number(values.students) });
const { pets, redis } = pair;
const { epoch } = pets.teacher.at();

const awayMs = performance.now();
if (values.how === 'killed') await redis.kill();
else redis.signal('SIGSTOP');
const asked = pets.students.map((pupil) => nudgeUntilAnswered(pupil, 1, SEQ));
const toldMs = await Promise.all(
  pets.students.map(async (pupil) => {
    await pupil.until('that it is saved', ({ clock }) => clock().kind === 'paused', 20_000);
    return performance.now() - awayMs;
  }),
);
await new Promise((resolve) => setTimeout(resolve, Number(values.seconds) * 1_000));
const backMs = performance.now();
if (values.how === 'killed') await redis.restart();
else redis.signal('SIGCONT');
const answers = await Promise.all(asked);
const wentOnMs = performance.now() - backMs;
for (const pupil of pets.students) {
  await pupil.until('the clock again', ({ clock }) => clock().kind === 'running', 20_000);
}
const after = await Promise.all(pets.students.map((pupil) => nudge(pupil, -1, SEQ + 1)));
const recorded = await pair.recorded();
const ids = pets.students.flatMap((pupil) => [nudgeId(pupil, SEQ), nudgeId(pupil, SEQ + 1)]);
const lost = ids.filter((id) => !recorded.has(id)).length;
const doubled = [...recorded.values()].filter((count) => count > 1).length;
const refused = [...answers, ...after].filter(({ ok }) => !ok).length;
const letGo = pets.students.filter((pupil) => pupil.gone() !== null).length;
process.stdout.write(
  `${JSON.stringify({
    fault: 'redis-away',
    how: values.how,
    seconds: Number(values.seconds),
    students: pets.students.length,
    toldMostMs: Math.round(Math.max(...toldMs)),
    wentOnMs: Math.round(wentOnMs),
    moved: pets.teacher.at().epoch - epoch,
    letGo,
    refused,
    lost,
    doubled,
  })}\n`,
);
await pair.dispose();
process.exitCode = letGo + refused + lost + doubled === 0 ? 0 : 1;
