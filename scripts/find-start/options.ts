import { parseArgs } from 'node:util';
import { DATA_SETS, type DataSetId } from '../../shared/datasets/catalogue.ts';
import type { CandidateRange } from './candidate.ts';

export type FindOptions = {
  readonly goal: 'rounds' | 'stop';
  readonly range: CandidateRange;
  readonly seconds: number;
  readonly seed: number;
  /** The first candidate to look at; with `seconds` 0 the only one. */
  readonly from: number;
};

export const FIND_USAGE = `npm run find-start -- rounds|stop [--data pets] [--hidden 4] [--seconds 60] [--seed 1] [--from 0]
  rounds  starts from which nudging at random trains nothing and probing does
  stop    small noisy data and starts whose validation turns within 60 rounds
Each find is one line of JSON: data, start and how it fares. The same seed finds the same.`;

/** Reads the command line. Throws a RangeError with one clear sentence. */
export function readFindOptions(args: readonly string[]): FindOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string', default: 'pets' },
      hidden: { type: 'string' },
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
      from: { type: 'string', default: '0' },
    },
  });
  const [goal] = positionals;
  if (goal !== 'rounds' && goal !== 'stop') throw new RangeError('find a start for what: rounds or stop?');
  const data = Object.keys(DATA_SETS).find((id): id is DataSetId => id === values.data);
  if (data === undefined) throw new RangeError(`there is no data set "${values.data}"`);
  const hidden = values.hidden?.split('-').map(Number);
  return {
    goal,
    range: goal === 'stop' ? stopRange(data, hidden) : roundsRange(data, hidden),
    seconds: count(values.seconds),
    seed: count(values.seed),
    from: count(values.from),
  };
}

/** Few examples, more noise than usual, more neurons than they need. */
function stopRange(data: DataSetId, hidden: readonly number[] | undefined): CandidateRange {
  return {
    data,
    hidden: hidden === undefined ? [[6], [8]] : [hidden],
    training: [14, 16, 18, 20],
    noise: [1, 1.2, 1.4, 1.6],
    reach: [0.8, 1.2, 1.6, 2, 2.5],
  };
}

function roundsRange(data: DataSetId, hidden: readonly number[] | undefined): CandidateRange {
  return { data, hidden: [hidden ?? [4]], training: [60], noise: [1], reach: [1, 1.5] };
}

function count(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new RangeError(`"${text}" is no whole number`);
}
