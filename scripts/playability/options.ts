import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { LESSONS } from '../../shared/lessons/catalogue.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';
import { MIXTURES } from './mixtures.ts';
import type { RowPlan } from './row.ts';

export type PlayabilityOptions = {
  readonly rows: readonly RowPlan[];
  readonly workers: number;
  readonly json: boolean;
  /** Whether the table goes to docs/playability.md: only that of the whole. */
  readonly write: boolean;
};

export const CLASS_SIZES = [5, 12, 30, 60, 300] as const;
export const SEEDS = 20;

export const PLAYABILITY_USAGE = `npm run playability -- [--json] [--write] [--lesson pets] [--stage probe|3] [--seeds ${SEEDS}]
                       [--seats ${CLASS_SIZES.join(',')}] [--workers 2]
Plays simulated classes through every stage of every lesson, or those named, and tells how many reach its goal.
  --json   one line of JSON a row; otherwise the tables of docs/playability.md
  --write  writes those tables to docs/playability.md; only with nothing left out
Exit code 1: a row that must hold does not.`;

/** Reads the command line. Throws a RangeError with one clear sentence. */
export function readPlayabilityOptions(args: readonly string[]): PlayabilityOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      lesson: { type: 'string' },
      stage: { type: 'string' },
      seeds: { type: 'string', default: String(SEEDS) },
      seats: { type: 'string', default: CLASS_SIZES.join(',') },
      workers: { type: 'string', default: String(Math.min(2, availableParallelism())) },
    },
  });
  const isWhole = values.lesson === undefined && values.stage === undefined;
  const seats = values.seats.split(',').map((text) => whole('--seats', text, 1000));
  const seeds = whole('--seeds', values.seeds, 1000);
  if (values.write && (!isWhole || seeds !== SEEDS || seats.join() !== CLASS_SIZES.join()))
    throw new RangeError('--write needs the whole: every lesson, stage, class size and seed');
  return {
    rows: rowPlans(lessonsOf(values.lesson), { stage: values.stage, seats, seeds }),
    workers: whole('--workers', values.workers, 64),
    json: values.json,
    write: values.write,
  };
}

function lessonsOf(id: string | undefined): readonly Lesson[] {
  const lessons = LESSONS.filter((lesson) => id === undefined || lesson.id === id);
  if (lessons.length === 0) throw new RangeError(`there is no lesson "${id}"`);
  return lessons;
}

type Asked = {
  readonly stage: string | undefined;
  readonly seats: readonly number[];
  readonly seeds: number;
};

function rowPlans(lessons: readonly Lesson[], { stage: asked, seats, seeds }: Asked): readonly RowPlan[] {
  const plans = lessons.flatMap(({ id, stages }) =>
    stages.flatMap(({ kind }, stage) =>
      asked === undefined || asked === kind || asked === String(stage + 1)
        ? seats.flatMap((size) =>
            MIXTURES.map((mixture) => ({ lesson: id, stage, kind, seats: size, mixture, seeds })),
          )
        : [],
    ),
  );
  if (plans.length === 0) throw new RangeError(`no stage "${asked}" there`);
  return plans;
}

function whole(name: string, text: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new RangeError(`${name} is a whole number from 1 to ${most}, not "${text}"`);
}
