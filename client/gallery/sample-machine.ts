import { makeDataSet } from '../../shared/datasets/make-data-set.ts';
import type { LessonMaterial } from '../../shared/lessons/lesson-problems.ts';
import { petsStart } from '../../shared/lessons/pets-start.ts';
import { fourteenAnimals, STOP_ROUNDS, stopMachine } from '../../shared/lessons/stop-materials.ts';
import { backward } from '../../shared/network/backward.ts';
import { lossOf } from '../../shared/network/evaluate.ts';
import { createTopology } from '../../shared/network/topology.ts';
import type { StopSection } from '../../shared/projection/views.ts';
import type { CostLine } from '../draw/cost-axis.ts';
import type { NamedCurve } from '../parts/cost-curves.ts';
import type { CommonText } from '../text/common.ts';

const STEPS = 60;
const pets: LessonMaterial = { ...petsStart, start: petsStart.parameters };

/** The machine at a learning rate, beside a class that paid 34 probes a round for the same arrows' signs. */
export function sampleCurves(common: CommonText, learningRate: number): readonly NamedCurve[] {
  const probing = descent(pets, 12, (slope) => Math.sign(slope) * 0.2).seen;
  const backpropagating = descent(pets, 9, (slope) => 0.8 * slope).seen;
  const machine = descent(pets, STEPS, (slope) => learningRate * slope).seen;
  return [
    { key: '3', badge: '3', name: common.stages.probe.name, kind: 'class', curve: costing(probing, 34) },
    {
      key: '4',
      badge: '4',
      name: common.stages.backprop.name,
      kind: 'class',
      curve: costing(backpropagating, 2),
    },
    { key: 'm', badge: 'M', name: common.costCurves.machine, kind: 'machine', curve: costing(machine, 2) },
  ];
}

/** The stage `stop` of the standard lesson, and a class that mostly stopped too late. */
export function sampleStops(): NonNullable<StopSection>['revealed'] {
  const { seen, validation } = descent(
    fourteenAnimals,
    STOP_ROUNDS,
    (slope) => stopMachine.learningRate * slope,
  );
  const loss = Math.min(...validation);
  const round = validation.indexOf(loss);
  const last = validation.length - 1;
  return {
    seen,
    validation,
    best: { round, loss, point: round },
    gap: (validation[last] ?? 0) - (seen[last] ?? 0),
    patience: last - round,
    stops: [4, 9, 12, 13, 20, 31, 32, 45].map((at, index) => ({ round: at, count: 1 + ((index * 3) % 5) })),
  };
}

function descent(
  { network, data, start }: LessonMaterial,
  steps: number,
  move: (slope: number) => number,
): { readonly seen: readonly number[]; readonly validation: readonly number[] } {
  const topology = createTopology(network);
  const { training, validation } = makeDataSet(data, network.output);
  const trail = [Float64Array.from(start)];
  for (let step = 0; step < steps; step++) {
    const now = trail[step] ?? Float64Array.from(start);
    const { gradient } = backward(topology, now, training);
    trail.push(now.map((value, index) => value - move(gradient[index] ?? 0)));
  }
  return {
    seen: trail.map((parameters) => lossOf(topology, parameters, training)),
    validation: trail.map((parameters) => lossOf(topology, parameters, validation)),
  };
}

function costing(losses: readonly number[], passesPerRound: number): CostLine {
  return { losses, passes: losses.map((_, round) => round * passesPerRound) };
}
