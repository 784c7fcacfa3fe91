import { backward } from '../network/backward.ts';
import { probe } from '../network/probe.ts';
import { engineOf } from '../session/engine.ts';
import type { SessionState, Stage } from '../session/state.ts';
import type { Knowledge } from './choose.ts';

/** What can be found out about each parameter in this round; each answer is computed once, however many ask. */
export function roundKnowledge(state: SessionState, stage: Stage): (parameter: number) => Knowledge {
  const engine = engineOf(state, stage);
  const probes = new Map<number, ReturnType<Knowledge['probe']>>();
  let gradient: Float64Array | null = null;
  return (parameter) => ({
    loss: state.figures.loss,
    probe: () => {
      const answer =
        probes.get(parameter) ??
        probe(engine.topology, state.parameters, engine.training, parameter, stage.stepSizes[parameter] ?? 0);
      probes.set(parameter, answer);
      return answer;
    },
    gradient: () => {
      gradient ??= backward(engine.topology, state.parameters, engine.training).gradient;
      return gradient[parameter] ?? 0;
    },
  });
}
