import { parseArgs } from 'node:util';
import { timesOf } from '../../scripts/faults/times.ts';
import { playBesideStalled } from './stalled-class.ts';

/** `npm run faults -- stalled`: a class beside people whose devices stop reading; 1 where one was not let go, or another was harmed. */
const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '30' },
    bots: { type: 'string', default: '300' },
    rounds: { type: 'string', default: '60' },
  },
});
const { stalled, withoutMs, besideMs, ...rest } = await playBesideStalled({
  students: Number(values.students),
  bots: Number(values.bots),
  who: ['student', 'screen', 'teacher'],
  quietRounds: Number(values.rounds),
});
process.stdout.write(
  `${JSON.stringify({
    fault: 'stalled',
    students: Number(values.students),
    ...rest,
    stalled,
    stepWithout: timesOf(withoutMs),
    stepBeside: timesOf(besideMs),
  })}\n`,
);
const wereLetGo = stalled.every(({ goneAfterMs }) => goneAfterMs !== null);
process.exitCode = wereLetGo && rest.harm === 0 ? 0 : 1;
