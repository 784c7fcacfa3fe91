import { backward } from '../network/backward.ts';
import { gradientDescent } from '../network/moves.ts';
import { engineOf } from '../session/engine.ts';
import type { Vote } from '../session/stages.ts';
import type { SessionState, Stage } from '../session/state.ts';

const STEPS_AHEAD = 10;
/** An error that rises by a tenth on the way is called an explosion; one that falls by less than a tenth, slow. */
const NOTICED = 0.1;

/** What the learning rate will do, by trying a few steps where nobody sees them. */
export function foresee(state: SessionState, stage: Stage): Vote {
  const { topology, training } = engineOf(state, stage);
  const start = state.figures.loss;
  let parameters: readonly number[] | Float64Array = state.parameters;
  for (let step = 0; step < STEPS_AHEAD; step++) {
    const { loss, gradient } = backward(topology, parameters, training);
    if (loss > start * (1 + NOTICED)) return 'explodes';
    parameters = gradientDescent(parameters, gradient, state.settings.learningRate).parameters;
  }
  const { loss } = backward(topology, parameters, training);
  if (loss > start * (1 + NOTICED)) return 'explodes';
  return loss > start * (1 - NOTICED) ? 'slow' : 'fast';
}
