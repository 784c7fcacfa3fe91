import { Broken, PROMISES, type Clause } from './broken.ts';
import { createChaos } from './chaos.ts';
import { createPeople } from './people.ts';
import { restAndCompare } from './at-rest.ts';
import { createTrace, NO_TRACE } from './trace.ts';
import { createWorld, type Mischief, type World } from './world.ts';

export type Played = {
  readonly seed: number;
  readonly steps: number;
  readonly virtualMs: number;
  readonly events: number;
  readonly failure: Failure | null;
  /** What happened, where it was to be written down. */
  readonly trace: readonly string[];
};

export type Failure = {
  readonly clause: Clause | 'bug';
  readonly what: string;
  readonly step: number;
};

export type Play = {
  readonly seed: number;
  readonly traced?: boolean;
  /** Made anew for each play. */
  readonly mischief?: () => Mischief;
};

const CHAPTERS = 2;
const CHAPTER_MS = 5_000;

/** One seed is one class, from its lobby through everything that goes wrong to two rests: the same each time. */
export async function play({ seed, traced = false, mischief = () => ({}) }: Play): Promise<Played> {
  const trace = traced ? createTrace() : NO_TRACE;
  const world = await createWorld(seed, trace, mischief());
  const { scheduler, oracle } = world;
  let failure: Failure | null = null;
  try {
    await chapters(world);
  } catch (error) {
    const clause = error instanceof Broken ? error.clause : 'bug';
    const what = error instanceof Broken ? error.message : String((error as Error).stack ?? error);
    failure = { clause, what, step: scheduler.steps() };
  }
  return {
    seed,
    steps: scheduler.steps(),
    virtualMs: scheduler.nowMs(),
    events: oracle.version(),
    failure,
    trace: trace.lines(),
  };
}

async function chapters(world: World): Promise<void> {
  const people = createPeople(world);
  const chaos = createChaos(world, people);
  const rng = world.chance('play');
  const students = 3 + rng.below(6);
  for (let number = 0; number < students; number++) {
    world.scheduler.after(rng.below(1_500), people.join);
  }
  for (let chapter = 0; chapter < CHAPTERS; chapter++) {
    people.goOn();
    world.scheduler.after(chapter === 0 ? 2_000 : 0, chaos.begin);
    await pass(world, CHAPTER_MS);
    chaos.mend();
    people.rest();
    await restAndCompare(world);
  }
}

async function pass({ scheduler }: World, ms: number): Promise<void> {
  const untilMs = scheduler.nowMs() + ms;
  while (scheduler.nowMs() < untilMs && (await scheduler.step()));
}

/** What became of a seed, as a person reads it, with the way to see it again. */
export function describeFailure({ seed, steps, failure, trace }: Played, linesMost = 40): string {
  if (failure === null)
    return [
      ...trace.slice(trace.length - Math.min(linesMost, trace.length)),
      `seed ${seed} held for ${steps} steps`,
    ].join('\n');
  const promise = failure.clause === 'bug' ? 'nothing throws' : PROMISES[failure.clause];
  return [
    `seed ${seed}, step ${failure.step}: broken is (${failure.clause}) ${promise}`,
    `  ${failure.what}`,
    ...trace.slice(trace.length - Math.min(linesMost, trace.length)).map((line) => `    ${line}`),
    `  again: npm run faults -- seeds --seed ${seed} --trace 200`,
  ].join('\n');
}
