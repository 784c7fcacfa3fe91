import type { Cost, Figures } from '../session/events.ts';
import type { StopsRevealed } from '../session/machine-events.ts';
import type { StageKind } from '../session/stages.ts';
import { groupBy } from './group-by.ts';
import { stageBands, type StageBand } from './stage-bands.ts';
import { classFacts, ranAhead, type ClassFacts, type RoundFacts } from './tables-facts.ts';
import { seatTotals, type SeatTotals } from './tables-seats.ts';
import { weightTotals, type WeightTotals } from './tables-weights.ts';
import type { RecordedEvent } from './recording.ts';
import type { TimelinePoint } from './timeline.ts';

/** What a class looks back on. Nothing in it ranks anybody, and nothing says who was fast. */
export type Report = {
  readonly curve: readonly TimelinePoint[];
  readonly bands: readonly StageBand[];
  readonly best: BestRound | null;
  readonly stages: readonly StageShare[];
  /** In the order of seats. */
  readonly seats: readonly SeatTotals[];
  readonly weights: readonly WeightTotals[];
  /** When the class would have stopped the machine, beside the round that was best: one each time it was shown. */
  readonly stops: readonly StopsRevealed[];
};

/** The round after which the network answered new examples best. */
export type BestRound = {
  /** Place on the curve. */
  readonly place: number;
  readonly round: number;
  readonly stageKind: StageKind;
  readonly figures: Figures;
};

/** What one stage took, and how far it came. */
export type StageShare = {
  readonly stage: number;
  readonly stageKind: StageKind;
  /** One by one, run ahead, and how many of both were taken back. */
  readonly played: number;
  readonly ranAhead: number;
  readonly takenBack: number;
  /** Passes over the training examples. */
  readonly cost: Cost;
  /** Before its first round, and after its last. */
  readonly before: Figures;
  readonly after: Figures;
};

/** The report of a session, from its timeline and its events. */
export function reportOf(timeline: readonly TimelinePoint[], events: Iterable<RecordedEvent>): Report {
  const facts = classFacts(events);
  return {
    curve: timeline,
    bands: stageBands(timeline),
    best: bestRound(timeline, facts),
    stages: stageShares(facts),
    seats: seatTotals(facts),
    weights: weightTotals(facts),
    stops: facts.stops,
  };
}

/**
 * By the error on the examples that nobody trained on, since the other falls on for whoever learns by heart; the first
 * of equals. Practice is no part of the lesson, a round taken back reached nothing, and errors on other data do not compare.
 */
function bestRound(timeline: readonly TimelinePoint[], { onOwnData }: ClassFacts): BestRound | null {
  let best: BestRound | null = null;
  for (const [place, { kind, round, stage, stageKind, figures, takenBack }] of timeline.entries()) {
    if (kind !== 'step' || round === null || stageKind === 'practice' || takenBack !== null) continue;
    if (onOwnData.has(stage)) continue;
    if (best === null || figures.validationLoss < best.figures.validationLoss)
      best = { place, round, stageKind, figures };
  }
  return best;
}

function stageShares({ rounds }: ClassFacts): readonly StageShare[] {
  return [...groupBy(rounds, ({ stage }) => stage).values()].flatMap(shareOf);
}

function shareOf(rounds: readonly RoundFacts[]): readonly StageShare[] {
  const [first, last] = [rounds[0], rounds[rounds.length - 1]];
  if (first === undefined || last === undefined) return [];
  const sum = (value: (round: RoundFacts) => number): number =>
    rounds.reduce((total, round) => total + value(round), 0);
  const ahead = rounds.filter(ranAhead).length;
  return [
    {
      stage: first.stage,
      stageKind: first.stageKind,
      played: rounds.length - ahead,
      ranAhead: ahead,
      takenBack: rounds.filter(({ takenBack }) => takenBack).length,
      cost: {
        forward: sum(({ step }) => step.cost.forward),
        backward: sum(({ step }) => step.cost.backward),
      },
      before: first.figuresBefore,
      after: last.takenBack ? last.figuresBefore : last.step.figures,
    },
  ];
}
