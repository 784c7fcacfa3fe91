import { backward } from '../network/backward.ts';
import { miniBatch } from '../network/mini-batch.ts';
import { gradientDescent } from '../network/moves.ts';
import { seedFrom } from '../math/rng.ts';
import { engineOf, figuresOf } from './engine.ts';
import { lineage } from './lineage.ts';
import type { Descended } from './machine-events.ts';
import { materialOf } from './setup.ts';
import type { SessionState, Stage } from './state.ts';

/** The error this far above where the machine started is no wobble any more. */
const DIVERGED_FACTOR = 1.1;

/** One step of gradient descent from where the network stands, at the settings of this moment. */
export function machineStep(
  state: SessionState,
  stage: Stage,
  round: number,
  takenBy: Descended['takenBy'],
): Omit<Descended, 'clock'> {
  const engine = engineOf(state, stage);
  const { training } = materialOf(state.setup, stage.index).data;
  const batch = batchOf(state, stage, training.length);
  const examples = batch === null ? engine.training : batch.flatMap((index) => training[index] ?? []);
  const { gradient } = backward(engine.topology, state.parameters, examples);
  const step = gradientDescent(state.parameters, gradient, state.settings.learningRate);
  const figures = figuresOf(engine, step.parameters);
  const share = batch === null ? 1 : batch.length / training.length;
  return {
    type: 'descended',
    round,
    takenBy,
    learningRate: state.settings.learningRate,
    batch,
    parameters: [...step.parameters],
    bounded: step.bounded,
    figures,
    diverged: step.bounded.length > 0 || figures.loss > DIVERGED_FACTOR * startLoss(state),
    // A step over part of the examples costs that part of a pass either way. Watching the error costs the machine nothing.
    cost: { forward: share, backward: share },
  };
}

/** Null for all examples: also where a batch would hold them all. */
function batchOf({ setup, settings }: SessionState, stage: Stage, count: number): readonly number[] | null {
  const { batchSize } = settings;
  if (batchSize === null || batchSize >= count) return null;
  return miniBatch(count, batchSize, stage.roundsPlayed, seedFrom(setup.seed, 'machine', stage.index));
}

/** The error where the machine started in this stage. */
function startLoss({ history, figures }: SessionState): number {
  return lineage(history)[0]?.figures.loss ?? figures.loss;
}
