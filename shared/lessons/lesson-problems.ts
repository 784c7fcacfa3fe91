import { namesOfPlan, type DataPlan } from '../datasets/data-plan.ts';
import { findNetworkProblems } from '../network/network-problems.ts';
import { createTopology, type NetworkSpec } from '../network/topology.ts';
import { LIMITS } from '../session/limits.ts';

/** What a lesson, or a stage with things of its own, is played on. */
export type LessonMaterial = {
  readonly network: NetworkSpec;
  readonly data: DataPlan;
  readonly start: readonly number[];
};

/** What no field alone can say: that network, data and start belong together. */
export function materialProblems({ network, data, start }: LessonMaterial): readonly string[] {
  const problems = findNetworkProblems(network).map((problem) => `network: ${problem.kind}`);
  if (problems.length > 0) return problems;
  const { parameterCount } = createTopology(network);
  const { featureNames, classNames } = namesOfPlan(data);
  const outputs = network.output === 'softmax' ? classNames.length : 1;
  const found: string[] = [];
  if (start.length !== parameterCount) {
    found.push(`start: the network has ${parameterCount} parameters, the start has ${start.length}`);
  }
  if (network.sizes[0] !== featureNames.length) {
    found.push(
      `network.sizes: the data has ${featureNames.length} features, the network has ${network.sizes[0]} inputs`,
    );
  }
  if (classNames.length > 2 && network.output !== 'softmax') {
    found.push(`network.output: ${classNames.length} classes ask for softmax`);
  }
  if (network.sizes[network.sizes.length - 1] !== outputs) {
    found.push(`network.sizes: the data asks for ${outputs} outputs`);
  }
  if (parameterCount > LIMITS.parametersPerNetwork) {
    found.push(`network: ${parameterCount} parameters; the most is ${LIMITS.parametersPerNetwork}`);
  }
  return found;
}
