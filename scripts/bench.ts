import { benchAck } from './bench/ack.ts';
import { benchClasses } from './bench/classes.ts';
import { benchCluster } from './bench/cluster.ts';
import { benchEngine } from './bench/engine.ts';
import { benchFanout } from './bench/fanout.ts';
import { benchFrames } from './bench/frames.ts';
import { benchInput } from './bench/input.ts';
import { benchRecover } from './bench/recover.ts';
import { benchReplay } from './bench/replay.ts';

/** `npm run bench -- NAME [--json]`: measures one part of Descenso on this machine. */
const BENCHES: ReadonlyMap<string, (json: boolean) => void | Promise<void>> = new Map<
  string,
  (json: boolean) => void | Promise<void>
>([
  ['ack', benchAck],
  ['classes', benchClasses],
  ['cluster', benchCluster],
  ['engine', benchEngine],
  ['fanout', benchFanout],
  ['frames', benchFrames],
  ['input', benchInput],
  ['recover', benchRecover],
  ['replay', benchReplay],
]);

const [name = '', ...options] = process.argv.slice(2);
const bench = BENCHES.get(name);
const unknown = options.filter((option) => option !== '--json');
if (bench === undefined || unknown.length > 0) {
  process.stderr.write(`Usage: npm run bench -- ${[...BENCHES.keys()].join('|')} [--json]\n`);
  process.exitCode = 1;
} else {
  await bench(options.includes('--json'));
}
