import type { Rng } from '../math/rng.ts';
import type { BotStrategy } from '../session/events.ts';
import { NUDGE_SIZES, type Direction, type Nudge } from '../session/nudges.ts';
import type { StageKind } from '../session/stages.ts';

/** What a bot can find out about one parameter; it asks only for what its strategy needs. */
export type Knowledge = {
  readonly loss: number;
  /** The exact error at −step and +step. */
  readonly probe: () => { readonly down: number; readonly up: number };
  /** The slope of the error. */
  readonly gradient: () => number;
};

/** In stages where nobody can know better, every bot plays as a class does: at random. */
export function strategyIn(stage: StageKind, strategy: BotStrategy): BotStrategy {
  switch (stage) {
    case 'practice':
    case 'guess':
    case 'keep-if-better':
      return { kind: 'random', wrong: 0 };
    case 'probe':
      return strategy;
    // Nobody nudges where a machine descends, or where the class bets.
    case 'autopilot':
    case 'stop':
    case 'test':
      return strategy;
    case 'backprop':
      return strategy.kind === 'probing' ? { kind: 'gradient', wrong: strategy.wrong } : strategy;
  }
}

/** What a bot proposes. A wrong choice is the opposite direction, or any direction where the right one is to leave. */
export function chooseNudge(strategy: BotStrategy, knowledge: Knowledge, rng: Rng): Nudge {
  if (strategy.kind === 'random') return { direction: anyDirection(rng), size: anySize(rng) };
  const right = rightDirection(strategy.kind, knowledge);
  const mistaken = rng.next() < strategy.wrong;
  const direction = mistaken ? (right === 0 ? anyDirection(rng) : opposite(right)) : right;
  return { direction, size: 'normal' };
}

/**
 * What a bot answers to a question with some answers, by their index. A wrong one, or a contrary bot's, is any of the
 * others.
 *
 * @param likely what there is reason to expect
 */
export function chooseAmong(strategy: BotStrategy, likely: number, answers: number, rng: Rng): number {
  if (strategy.kind === 'random') return rng.below(answers);
  const mistaken = rng.next() < strategy.wrong || strategy.kind === 'contrary';
  return mistaken && answers > 1 ? (likely + 1 + rng.below(answers - 1)) % answers : likely;
}

function rightDirection(kind: Exclude<BotStrategy['kind'], 'random'>, knowledge: Knowledge): Direction {
  switch (kind) {
    case 'probing':
      return betterOf(knowledge);
    case 'contrary':
      return opposite(betterOf(knowledge));
    case 'gradient':
      return downhill(knowledge.gradient());
  }
}

function betterOf({ loss, probe }: Knowledge): Direction {
  const { down, up } = probe();
  if (Math.min(down, up) >= loss) return 0;
  return up < down ? 1 : -1;
}

/** Which way a parameter goes to lower the error, if only the slope is known. */
export function downhill(slope: number): Direction {
  if (slope === 0) return 0;
  return slope > 0 ? -1 : 1;
}

function opposite(direction: Direction): Direction {
  if (direction === 0) return 0;
  return direction === 1 ? -1 : 1;
}

function anyDirection(rng: Rng): Direction {
  const way = rng.below(3);
  if (way === 0) return -1;
  return way === 1 ? 0 : 1;
}

function anySize(rng: Rng): Nudge['size'] {
  return NUDGE_SIZES[rng.below(NUDGE_SIZES.length)] ?? 'normal';
}
