import { createRng, seedFrom } from '../math/rng.ts';
import type { Nudge } from '../session/nudges.ts';
import type { SessionState, Stage } from '../session/state.ts';
import { chooseNudge } from './choose.ts';
import { roundKnowledge } from './knowledge.ts';

/**
 * What the caretaker proposes for a parameter nobody minds. Where the class itself cannot know better the
 * caretaker does not either: it holds still, so that it never trains the network behind the class's back.
 */
export function caretakerNudge(state: SessionState, stage: Stage, round: number, parameter: number): Nudge {
  const still: Nudge = { direction: 0, size: 'normal' };
  const policy = state.settings.caretaker;
  if (policy === 'hold' || (stage.kind !== 'probe' && stage.kind !== 'backprop')) return still;
  const strategy = { kind: policy === 'probe' ? 'probing' : 'gradient', wrong: 0 } as const;
  const rng = createRng(seedFrom(state.setup.seed, 'caretaker', round, parameter));
  return chooseNudge(strategy, roundKnowledge(state, stage)(parameter), rng);
}
