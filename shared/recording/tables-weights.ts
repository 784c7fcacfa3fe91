import { createTopology, type Parameter } from '../network/topology.ts';
import type { StageKind } from '../session/stages.ts';
import { groupBy } from './group-by.ts';
import { tableOf, type Table } from './tables.ts';
import type { ClassFacts, RoundFacts } from './tables-facts.ts';
import { agreedShare, countProposals, type ProposalCounts } from './tables-proposals.ts';

/** What became of one weight in one stage, however often it was entered. */
export type WeightTotals = ProposalCounts & {
  readonly stage: number;
  readonly stageKind: StageKind;
  readonly parameter: Parameter;
  /** In which it moved, and which stood. */
  readonly moved: number;
  /** How far it went in them altogether, up and down. */
  readonly travelled: number;
  /** Sum, over the class's rounds that stood, of the change of the error had this weight alone moved. */
  readonly effectAlone: number;
  /** After the stage's last round. */
  readonly value: number;
};

/** Stage by stage in the order in which they were first played, and in each the weights in the network's order. */
export function weightTotals({ rounds }: ClassFacts): readonly WeightTotals[] {
  return [...groupBy(rounds, ({ stage }) => stage).values()].flatMap(weightsOfStage);
}

/** A row for each weight in each stage. */
export function weightsTable(facts: ClassFacts): Table {
  return tableOf<WeightTotals>(
    'weights',
    {
      stage: ['whole', ({ stage }) => stage],
      stageKind: ['text', ({ stageKind }) => stageKind],
      weight: ['whole', ({ parameter }) => parameter.index],
      layer: ['whole', ({ parameter }) => parameter.layer],
      from: ['whole', ({ parameter }) => parameter.from],
      to: ['whole', ({ parameter }) => parameter.to],
      nudges: ['whole', ({ nudges }) => nudges],
      raised: ['whole', ({ raised }) => raised],
      left: ['whole', ({ left }) => left],
      lowered: ['whole', ({ lowered }) => lowered],
      agreed: ['whole', ({ agreed }) => agreed],
      agreedShare: ['number', agreedShare],
      moved: ['whole', ({ moved }) => moved],
      travelled: ['number', ({ travelled }) => travelled],
      effectAlone: ['number', ({ effectAlone }) => effectAlone],
      value: ['number', ({ value }) => value],
    },
    weightTotals(facts),
  );
}

function weightsOfStage(rounds: readonly RoundFacts[]): readonly WeightTotals[] {
  const last = rounds[rounds.length - 1];
  if (last === undefined) return [];
  const { stage, stageKind, network } = last;
  const stood = rounds.filter(({ takenBack }) => !takenBack);
  const proposals = groupBy(
    rounds.flatMap((round) => round.proposals),
    ({ parameter }) => parameter,
  );
  const values = last.takenBack ? last.parametersBefore : last.step.parameters;
  return createTopology(network).parameters.map((parameter) => {
    const at = (numbers: readonly number[]): number => numbers[parameter.index] ?? 0;
    const moves = stood.map(({ step, parametersBefore }) => at(step.parameters) - at(parametersBefore));
    const effects = stood.map(({ step }) => (step.type === 'step-taken' ? at(step.effects.perParameter) : 0));
    return {
      stage,
      stageKind,
      parameter,
      ...countProposals(proposals.get(parameter.index) ?? []),
      moved: moves.filter((move) => move !== 0).length,
      travelled: moves.reduce((sum, move) => sum + Math.abs(move), 0),
      effectAlone: effects.reduce((sum, effect) => sum + effect, 0),
      value: at(values),
    };
  });
}
