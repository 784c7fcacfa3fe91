import { goalOf } from '../../shared/lessons/goals.ts';
import { findLesson } from '../../shared/lessons/catalogue.ts';
import type { StageKind } from '../../shared/session/stages.ts';
import type { Fared } from './fared.ts';
import type { Mixture } from './mixtures.ts';
import { playStage } from './play-stage.ts';

/** Which classes are played for a row: these seats and this mixture, once a seed. */
export type RowPlan = {
  readonly lesson: string;
  /** Index in the lesson's stages. */
  readonly stage: number;
  readonly kind: StageKind;
  readonly seats: number;
  readonly mixture: Mixture;
  readonly seeds: number;
};

/** How the classes of a row fared. */
export type Measured = {
  /** Share of the classes that reached the stage's goal. */
  readonly reached: number;
  /** Medians over those that did. */
  readonly rounds: number | null;
  readonly minutes: number | null;
  readonly accuracyMedian: number;
  readonly spread: {
    readonly accuracyLowest: number;
    readonly accuracyHighest: number;
    /** In `stop`: medians of the best round and of the share by which the error rises after it; the least of these. */
    readonly bestRound?: number;
    readonly riseBy60?: number;
    readonly riseBy60Lowest?: number;
  };
};

/** One line of what the script prints. */
export type Row = Omit<Measured, 'spread'> &
  Measured['spread'] & {
    readonly lesson: string;
    readonly stage: StageKind;
    readonly seats: number;
    readonly mixture: Mixture;
    readonly seeds: number;
    /** Where the row must hold: only there is it written. */
    readonly goal?: true;
    /** Counted from 1: a lesson may have two stages of a kind. */
    readonly stageNumber: number;
  };

/** A row holds when no more than one class in twenty misses the goal. */
export const SHARE_THAT_HOLDS = 0.95;

export function holds({ reached }: Pick<Row, 'reached'>): boolean {
  return reached >= SHARE_THAT_HOLDS;
}

/** The row of a plan, its fields in the order in which they are printed. */
export function rowOf({ lesson, stage, kind, seats, mixture, seeds }: RowPlan, measured: Measured): Row {
  const { reached, rounds, minutes, accuracyMedian, spread } = measured;
  return {
    lesson,
    stage: kind,
    seats,
    mixture,
    seeds,
    reached,
    rounds,
    minutes,
    accuracyMedian,
    ...(mustHold(kind, mixture) ? { goal: true as const } : {}),
    stageNumber: stage + 1,
    ...spread,
  };
}

/** Plays the classes of one row. */
export function measure({ lesson: id, stage: index, seats, mixture, seeds }: RowPlan): Measured {
  const lesson = findLesson(id);
  const goal = goalOf(id, index);
  if (lesson === undefined || goal === undefined) throw new Error(`${id}, stage ${index + 1}, has no goal`);
  const classes = Array.from({ length: seeds }, (_, seed) =>
    playStage(lesson, index, goal, { seats, mixture, seed: seed + 1 }),
  );
  const accuracies = classes.map(({ accuracy }) => accuracy);
  return {
    reached: rounded(classes.filter(({ reached }) => reached).length / seeds, 3),
    rounds: median(classes.flatMap(({ rounds }) => rounds ?? [])),
    minutes: roundedOrNull(median(classes.flatMap(({ minutes }) => minutes ?? [])), 1),
    accuracyMedian: rounded(median(accuracies) ?? 0, 3),
    spread: {
      accuracyLowest: rounded(Math.min(...accuracies), 3),
      accuracyHighest: rounded(Math.max(...accuracies), 3),
      ...turnOf(classes),
    },
  };
}

/** Nobody knows better than chance in `guess`; elsewhere a class that looks, and errs in one choice of five, must get there. */
function mustHold(stage: StageKind, mixture: Mixture): boolean {
  switch (stage) {
    case 'guess':
      return mixture === 'random';
    case 'practice':
    case 'keep-if-better':
      return false;
    case 'probe':
    case 'backprop':
    case 'autopilot':
    case 'stop':
    case 'test':
      return mixture === 'probing-20';
  }
}

function turnOf(classes: readonly Fared[]): Omit<Measured['spread'], 'accuracyLowest' | 'accuracyHighest'> {
  const turns = classes.flatMap(({ turn }) => turn ?? []);
  if (turns.length === 0) return {};
  const rises = turns.map(({ rise }) => rise);
  return {
    bestRound: median(turns.map(({ bestRound }) => bestRound)) ?? 0,
    riseBy60: rounded(median(rises) ?? 0, 2),
    riseBy60Lowest: rounded(Math.min(...rises), 2),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? null : (lower + upper) / 2;
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function roundedOrNull(value: number | null, digits: number): number | null {
  return value === null ? null : rounded(value, digits);
}
