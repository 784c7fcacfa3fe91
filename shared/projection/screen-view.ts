import { nameOf, type Roster } from '../session/roster.ts';
import {
  runningRound,
  runningStage,
  seatedSeats,
  type HistoryPoint,
  type SessionState,
} from '../session/state.ts';
import { counts } from '../session/waiting.ts';
import { revealIn } from './reveal.ts';
import { commonSections, materialNow, stageShown } from './sections.ts';
import type { CostSection, CurvePoint, NamesSection, ScreenView } from './views.ts';

/** What the projector shows the class. Names travel only where they are to be seen. */
export function screenView(state: SessionState, roster: Roster): ScreenView {
  const named = state.settings.namesOnEdges && state.activity.kind === 'stage';
  return {
    ...seenByAll(state),
    names: named || state.activity.kind === 'lobby' ? namesSection(state, roster) : [],
    owners: named ? state.owners : [],
  };
}

/** What the projector and the teacher's console both show. */
export function seenByAll(state: SessionState): Omit<ScreenView, 'names' | 'owners'> {
  const stage = stageShown(state);
  const { training } = materialNow(state).data;
  return {
    ...commonSections(state),
    check: runningRound(state)?.check ?? null,
    curve: state.history.map(curvePoint),
    cost: costSection(state),
    examples: stage !== null && revealIn(stage.kind).map ? training : null,
    correct: { correct: Math.round(state.figures.accuracy * training.length), of: training.length },
    proposed: proposedParameters(state),
    blank: state.blank,
    spotlight: state.spotlight,
  };
}

function curvePoint(point: HistoryPoint): CurvePoint {
  return {
    kind: point.kind,
    round: point.round,
    stage: point.stage.index,
    loss: point.figures.loss,
    takenBack: point.takenBack?.loss ?? null,
    from: point.from,
  };
}

function costSection(state: SessionState): CostSection {
  const stage = runningStage(state);
  return stage === null ? null : { stage: stage.cost, probeEverything: 2 * state.parameters.length };
}

/** Parameters for which every owner whose nudge counts has proposed. */
function proposedParameters(state: SessionState): readonly number[] {
  const round = runningRound(state);
  if (round === null || round.phase.kind !== 'nudge') return [];
  return state.owners.flatMap((seats, parameter) => {
    const waiting = seats.filter((seat) => counts(state.seats.get(seat)));
    const all = waiting.length > 0 && waiting.every((seat) => round.nudges.get(parameter)?.has(seat));
    return all ? [parameter] : [];
  });
}

function namesSection(state: SessionState, roster: Roster): NamesSection {
  return seatedSeats(state).map(({ seat }) => ({ seat, name: nameOf(roster, seat) }));
}
