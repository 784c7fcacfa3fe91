import { materialOf } from './setup.ts';
import type { StagePlan } from './stages.ts';
import type { SessionState } from './state.ts';

/**
 * The parameters a stage starts with. `pinned` are its material's own. `continue` are where the class has brought the
 * same network in other stages; so a stage that starts again does so from where it began, and a machine goes on from
 * what hands have made and not from what it made itself. Practice leaves no trace.
 */
export function startingParameters(
  state: SessionState,
  index: number,
  start: StagePlan['start'],
): readonly number[] {
  const { startParameters } = materialOf(state.setup, index);
  if (start === 'pinned') return startParameters;
  const stages = new Set(state.history.map(({ stage }) => stage.index).filter((other) => other >= 0));
  const same = new Set([...stages].filter((other) => onSameMaterial(state, other, index)));
  const onSame = state.history.filter(({ stage }) => same.has(stage.index));
  const elsewhere = onSame.filter(({ stage }) => stage.index !== index);
  return (elsewhere[elsewhere.length - 1] ?? onSame[0])?.parameters ?? startParameters;
}

/** Whether two stages train the same network on the same examples. Stages that bring nothing share the lesson's. */
export function onSameMaterial({ setup }: Pick<SessionState, 'setup'>, one: number, other: number): boolean {
  const [first, second] = [materialOf(setup, one), materialOf(setup, other)];
  if (first === second) return true;
  const essence = ({ network, data }: typeof first): string => JSON.stringify([network, data.training]);
  return essence(first) === essence(second);
}
