import { runningStage, type SessionState } from '../session/state.ts';
import { commonSections } from './sections.ts';
import type { StudentView } from './views.ts';

/** What every student sees, the same for all; what concerns one seat alone is its seat view. */
export function studentView(state: SessionState): StudentView {
  const common = commonSections(state);
  return {
    ...common,
    backward: state.settings.hints ? common.backward : null,
    explained: state.settings.hints ? common.explained : null,
    losses: common.machine === null ? stageLosses(state) : [],
    hints: state.settings.hints,
    freeNames: state.settings.freeNames,
  };
}

/** The errors of the running stage since it was last entered, its start first. */
function stageLosses(state: SessionState): readonly number[] {
  if (runningStage(state) === null) return [];
  const start = state.history.map((point) => point.kind).lastIndexOf('start');
  return state.history.slice(Math.max(0, start)).map((point) => point.figures.loss);
}
