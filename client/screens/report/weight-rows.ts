import { groupBy } from '../../../shared/recording/group-by.ts';
import type { WeightTotals } from '../../../shared/recording/tables-weights.ts';
import type { NetworkSpec, Parameter } from '../../../shared/network/topology.ts';
import { materialOf, type SessionSetup } from '../../../shared/session/setup.ts';

/** One network of the session, and what its weights came to over all the stages that were played on it. */
export type NetworkWeights = {
  readonly network: NetworkSpec;
  readonly featureNames: readonly string[];
  readonly classNames: readonly string[];
  readonly stages: readonly WeightTotals['stageKind'][];
  readonly weights: readonly WeightRow[];
};

export type WeightRow = {
  readonly parameter: Parameter;
  readonly nudges: number;
  readonly agreed: number;
};

/**
 * A weight is the same weight in every stage of its network, so its stages are added up. A network that only a machine
 * moved has nobody to agree with.
 */
export function weightsByNetwork(
  totals: readonly WeightTotals[],
  setup: SessionSetup,
): readonly NetworkWeights[] {
  const byNetwork = groupBy(totals, ({ stage }) => JSON.stringify(materialOf(setup, stage).network));
  return [...byNetwork.values()].flatMap((own): readonly NetworkWeights[] => {
    const [first] = own;
    if (first === undefined || own.every(({ nudges }) => nudges === 0)) return [];
    const { network, data } = materialOf(setup, first.stage);
    return [
      {
        network,
        featureNames: data.featureNames,
        classNames: data.classNames,
        stages: [...new Set(own.map(({ stageKind }) => stageKind))],
        weights: [...groupBy(own, ({ parameter }) => parameter.index).values()].flatMap(rowOf),
      },
    ];
  });
}

function rowOf(totals: readonly WeightTotals[]): readonly WeightRow[] {
  const [first] = totals;
  if (first === undefined) return [];
  const sum = (value: (one: WeightTotals) => number): number =>
    totals.reduce((total, one) => total + value(one), 0);
  return [
    { parameter: first.parameter, nudges: sum(({ nudges }) => nudges), agreed: sum(({ agreed }) => agreed) },
  ];
}
