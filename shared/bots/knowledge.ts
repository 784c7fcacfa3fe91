import { backward } from '../network/backward.ts';
import { probe } from '../network/probe.ts';
import { engineOf } from '../session/engine.ts';
import type { SessionState, Stage } from '../session/state.ts';
import type { Knowledge } from './choose.ts';

/** What can be found out about each parameter in this round; the gradient is computed at most once. */
export function roundKnowledge(state: SessionState, stage: Stage): (parameter: number) => Knowledge {
  const engine = engineOf(state, stage);
  let gradient: Float64Array | null = null;
  return (parameter) => ({
    loss: state.figures.loss,
    probe: () =>
      probe(engine.topology, state.parameters, engine.training, parameter, stage.stepSizes[parameter] ?? 0),
    gradient: () => {
      gradient ??= backward(engine.topology, state.parameters, engine.training).gradient;
      return gradient[parameter] ?? 0;
    },
  });
}
