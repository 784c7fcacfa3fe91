import type { Course } from './phases.ts';
import { materialOf } from './setup.ts';
import type { SessionState, Stage } from './state.ts';

/** What the order of the running stage's phases depends on. */
export function courseOf({ setup }: Pick<SessionState, 'setup'>, stage: Stage): Course {
  const kept = materialOf(setup, stage.index).data.test.length;
  return {
    stage: stage.kind,
    layers: stage.network.sizes.length - 1,
    animals: Math.min(kept, setup.stages[stage.index]?.rounds ?? kept),
    roundsPlayed: stage.roundsPlayed,
  };
}
