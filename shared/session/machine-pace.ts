import { LIMITS } from './limits.ts';
import type { SessionState, Stage } from './state.ts';

/** Steps the machine takes at a time: a class is told of them only so often a second, so a fast one takes several. */
export function stepsPerTick(machineSpeed: number): number {
  return Math.max(1, Math.ceil(machineSpeed / LIMITS.machineTicksPerSecond));
}

/** Milliseconds between two ticks of the machine; null by hand. */
export function tickMs(machineSpeed: number): number | null {
  return machineSpeed === 0 ? null : (stepsPerTick(machineSpeed) * 1_000) / machineSpeed;
}

/** Whether the machine has taken the steps that were planned for it, or as many again, and waits for the teacher. */
export function isRunOver({ setup }: Pick<SessionState, 'setup'>, stage: Stage): boolean {
  return stage.roundsPlayed > 0 && stage.roundsPlayed % plannedSteps(setup, stage) === 0;
}

/** Steps that are left until then. */
export function stepsLeft({ setup }: Pick<SessionState, 'setup'>, stage: Stage): number {
  if (stage.kind === 'stop' && isRunOver({ setup }, stage)) return 0;
  const planned = plannedSteps(setup, stage);
  return planned - (stage.roundsPlayed % planned);
}

function plannedSteps(setup: SessionState['setup'], stage: Stage): number {
  return Math.max(1, setup.stages[stage.index]?.rounds ?? 1);
}
