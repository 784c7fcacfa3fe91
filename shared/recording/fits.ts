import type { DataSplit } from '../datasets/example.ts';
import type { NetworkSpec } from '../network/topology.ts';
import type { SessionEvent } from '../session/events.ts';
import { materialOf } from '../session/setup.ts';
import type { SessionState } from '../session/state.ts';

/**
 * Whether an event's lists are as long as its session's network has parameters, and its network as wide as the
 * session's data: what the event alone cannot say, and what everything drawn from it relies on.
 */
export function fitsSession(state: SessionState, event: SessionEvent): boolean {
  const count = state.parameters.length;
  switch (event.type) {
    case 'stage-entered':
    case 'went-back':
      return sameEnds(event.facts.network, materialOf(state.setup, event.facts.stage).network);
    case 'step-taken':
      return [
        event.multiples,
        event.moves,
        event.parameters,
        event.stepSizes,
        event.effects.perParameter,
        event.gradient,
      ].every(({ length }) => length === count);
    case 'step-taken-back':
      return event.parameters.length === count;
    case 'ownership-changed':
      return event.owners.length === count;
    case 'settings-changed':
      return event.stepSizes === null || event.stepSizes.length === count;
    case 'nudged':
    case 'arrow-guessed':
    case 'parameter-reassigned':
      return event.parameter < count;
    case 'point-drawn':
      return event.classIndex < state.setup.data.classNames.length;
    case 'drawing-settled':
      return event.startParameters.length === count && fitsNetwork(state.setup.network, event.data);
    case 'parameter-spotlighted':
      return event.parameter === null || event.parameter < count;
    default:
      return true;
  }
}

function fitsNetwork({ sizes }: NetworkSpec, { training, validation, test }: DataSplit): boolean {
  const [inputs, outputs] = [sizes[0], sizes[sizes.length - 1]];
  return [...training, ...validation, ...test].every(
    ({ features, target }) => features.length === inputs && target.length === outputs,
  );
}

function sameEnds({ sizes: one }: NetworkSpec, { sizes: other }: NetworkSpec): boolean {
  return one[0] === other[0] && one[one.length - 1] === other[other.length - 1];
}
