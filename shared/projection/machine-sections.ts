import { lineage } from '../session/lineage.ts';
import { onSameMaterial } from '../session/starting-parameters.ts';
import { VOTES, type StageKind } from '../session/stages.ts';
import {
  runningRound,
  runningStage,
  type HistoryPoint,
  type SessionState,
  type Stage,
} from '../session/state.ts';
import type { ClassCurvesSection, CostCurve, MachineSection } from './views.ts';

/** How the machine descends, and what the class expected of it. */
export function machineSection(state: SessionState): MachineSection {
  const stage = runningStage(state);
  if (stage === null || !hasMachine(stage.kind)) return null;
  const { learningRate, batchSize, machineSpeed } = state.settings;
  return {
    learningRate,
    batchSize,
    speed: machineSpeed,
    steps: stage.roundsPlayed,
    diverged: runningRound(state)?.descent?.diverged ?? false,
    machineCurve: costCurve(lineage(state.history)),
    ...votesOf(state, stage),
  };
}

function hasMachine(stage: StageKind): boolean {
  return stage === 'autopilot' || stage === 'stop';
}

/** Votes stay secret until the vote is closed: the machine has begun to run. */
function votesOf(state: SessionState, stage: Stage): Pick<NonNullable<MachineSection>, 'voted' | 'votes'> {
  const ballot = state.activity.kind === 'stage' ? state.activity.ballot : null;
  if (ballot?.kind !== 'votes') return { voted: 0, votes: null };
  const closed = runningRound(state)?.phase.kind === 'run' || stage.roundsPlayed > 0;
  const votes = [...ballot.votes.values()];
  const [slow, fast, explodes] = VOTES.map((vote) => votes.filter((other) => other === vote).length);
  return {
    voted: votes.length,
    votes: closed ? { slow: slow ?? 0, fast: fast ?? 0, explodes: explodes ?? 0 } : null,
  };
}

/** Each stage that hands have played on what the machine plays on, as it went the last time. */
export function classCurvesSection(state: SessionState): ClassCurvesSection {
  const running = runningStage(state);
  if (running?.kind !== 'autopilot') return null;
  const points = state.history.filter(({ stage }) => stage.index >= 0 && !hasMachine(stage.kind));
  const stages = [...new Set(points.map(({ stage }) => stage.index))].filter((index) =>
    onSameMaterial(state, index, running.index),
  );
  return stages.flatMap((index) => {
    const own = points.filter(({ stage }) => stage.index === index);
    const last = own.slice(Math.max(0, own.map(({ kind }) => kind).lastIndexOf('start')));
    const stage = last[0]?.stage.kind;
    return stage === undefined || last.length < 2 ? [] : [{ index, stage, curve: costCurve(last) }];
  });
}

/** Points a curve is drawn from at most; it is sent four times a second to whole lecture halls. */
const CURVE_POINTS_MOST = 80;

function costCurve(points: readonly HistoryPoint[]): CostCurve {
  const drawn = thinned(points);
  return {
    passes: drawn.map(({ stage: { cost } }) => rounded(cost.forward + cost.backward, 2)),
    losses: drawn.map(({ figures }) => rounded(figures.loss, 5)),
  };
}

/** At most so many, evenly, the first and the last among them. */
function thinned<Point>(points: readonly Point[]): readonly Point[] {
  if (points.length <= CURVE_POINTS_MOST) return points;
  const stride = (points.length - 1) / (CURVE_POINTS_MOST - 1);
  return Array.from({ length: CURVE_POINTS_MOST }, (_, index) => Math.round(index * stride)).flatMap(
    (place) => points[place] ?? [],
  );
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
