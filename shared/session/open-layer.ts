import { startBackward, stepBackward } from '../network/backward-machine.ts';
import { engineOf } from './engine.ts';
import type { BackwardFacts } from './events.ts';
import { materialOf } from './setup.ts';
import type { SessionState, Stage } from './state.ts';

/** Runs the backward machine down to this layer and shows it alone. */
export function openLayer(state: SessionState, stage: Stage, layer: number): BackwardFacts | null {
  const { topology } = engineOf(state, stage);
  const { training } = materialOf(state.setup, stage.index).data;
  let machine: ReturnType<typeof startBackward> | null = startBackward(topology, state.parameters, training);
  while (machine !== null) {
    const { opened, next } = stepBackward(machine);
    if (opened.layer === layer) {
      return { layer, gradient: [...opened.gradient], errors: [...opened.meanErrors] };
    }
    machine = next;
  }
  return null;
}
