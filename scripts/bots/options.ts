import { parseArgs } from 'node:util';
import { findLesson } from '../../shared/lessons/catalogue.ts';
import type { Lesson } from '../../shared/lessons/lesson.ts';

export type BotOptions = {
  /** A running server, or null for one of our own. */
  readonly url: string | null;
  readonly key: string | null;
  readonly students: number;
  readonly lesson: string;
  /** Index of the one stage to play; null for the whole lesson, from its first stage to its last. */
  readonly stage: number | null;
  /** Rounds by hand in each stage; null for as many as the lesson plans, or 20 in one stage. */
  readonly rounds: number | null;
  readonly strategy: 'random' | 'probe' | 'gradient' | 'contrary';
  /** Share of choices that go wrong, 0 … 1. */
  readonly wrong: number;
  readonly seed: number;
  /** Where to write the session's recording; null for nowhere. */
  readonly recording: string | null;
  readonly json: boolean;
};

const STRATEGIES = ['random', 'probe', 'gradient', 'contrary'] as const;

export const USAGE = `npm run bots -- [--url http://… --key …] [--students 30] [--lesson pets] [--stage probe|3]
                [--rounds 20] [--strategy ${STRATEGIES.join('|')}] [--wrong 0.2] [--seed 1] [--recording FILE]
                [--json]
Without --stage the whole lesson is played: its rounds, votes, stops and bets. A stage is named by its kind (the
first of them) or its number.`;

/** Reads the command line. Throws a RangeError with one clear sentence. */
export function readOptions(args: readonly string[]): BotOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      url: { type: 'string' },
      key: { type: 'string' },
      students: { type: 'string', default: '30' },
      lesson: { type: 'string', default: 'pets' },
      stage: { type: 'string' },
      rounds: { type: 'string' },
      strategy: { type: 'string', default: 'probe' },
      wrong: { type: 'string', default: '0.2' },
      seed: { type: 'string', default: '1' },
      recording: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const strategy = STRATEGIES.find((known) => known === values.strategy);
  if (strategy === undefined) throw new RangeError(`--strategy is one of ${STRATEGIES.join(', ')}`);
  const lesson = findLesson(values.lesson);
  if (lesson === undefined) throw new RangeError(`there is no lesson "${values.lesson}"`);
  if (values.url !== undefined && values.key === undefined)
    throw new RangeError('--url needs the teacher --key');
  return {
    url: values.url?.replace(/\/+$/u, '') ?? null,
    key: values.key ?? null,
    students: whole('--students', values.students, 1, 1000),
    lesson: lesson.id,
    stage: values.stage === undefined ? null : stageNamed(lesson, values.stage),
    rounds: values.rounds === undefined ? null : whole('--rounds', values.rounds, 1, 1000),
    strategy,
    wrong: share('--wrong', values.wrong),
    seed: whole('--seed', values.seed, 0, Number.MAX_SAFE_INTEGER),
    recording: values.recording ?? null,
    json: values.json,
  };
}

/** A stage by its kind, the first where there are several, or by its number, counted from 1. */
function stageNamed({ id, stages }: Lesson, name: string): number {
  const index = stages.findIndex(({ kind }, place) => kind === name || String(place + 1) === name);
  if (index >= 0) return index;
  const known = stages.map(({ kind }, place) => `${place + 1} ${kind}`).join(', ');
  throw new RangeError(`lesson ${id} has the stages ${known}`);
}

function whole(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new RangeError(`${name} is a whole number from ${least} to ${most}, not "${text}"`);
}

function share(name: string, text: string): number {
  const value = Number(text);
  if (value >= 0 && value <= 1) return value;
  throw new RangeError(`${name} is a share from 0 to 1, not "${text}"`);
}
