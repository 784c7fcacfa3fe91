import type { NetworkSpec } from '../network/topology.ts';
import type { Cost, Figures } from '../session/events.ts';
import type { StageKind, StepPolicyKind } from '../session/stages.ts';
import type { HistoryPoint, SessionState } from '../session/state.ts';

/**
 * One point of the class's curve, one for each of the state's history, without the network's numbers: all that a
 * player draws before it has read a single event.
 */
export type TimelinePoint = {
  /** Version of the event that made it. */
  readonly version: number;
  /** Version of the event that took it back; null where it stood. */
  readonly takenBackAt: number | null;
  readonly kind: 'start' | 'step' | 'back';
  /** The round that led here; null for a stage's start. */
  readonly round: number | null;
  /** For a return: the point it went back to. */
  readonly from: number | null;
  /** Index in the lesson's stages; −1 for practice. */
  readonly stage: number;
  readonly stageKind: StageKind;
  readonly network: NetworkSpec;
  readonly stepPolicy: StepPolicyKind;
  readonly roundsPlayed: number;
  /** Passes of the stage up to here. */
  readonly cost: Cost;
  /** As the class went on from it: where the round was taken back, those of before. */
  readonly figures: Figures;
  /** Figures the round reached before it was taken back; null where it stood. */
  readonly takenBack: Figures | null;
  readonly fast: boolean;
};

/** Writes down the curve's points while the events of a session are filed one after another. */
export type TimelineKeeper = {
  /** Looks at what the event of this version has added to the curve. */
  readonly file: (version: number, after: SessionState) => void;
  readonly points: () => readonly TimelinePoint[];
};

export function createTimeline(): TimelineKeeper {
  const points: TimelinePoint[] = [];
  let filed: HistoryPoint | undefined;
  return {
    file: (version, { history }) => {
      const last = history[history.length - 1];
      if (last === undefined || last === filed) return;
      const before = history.length === points.length ? points.pop() : undefined;
      points.push(pointOf(last, before?.version ?? version, before === undefined ? null : version));
      filed = last;
    },
    points: () => points,
  };
}

/** The curve as the state keeps it, but for the network's numbers, which stay empty. */
export function historyOf(timeline: readonly TimelinePoint[]): readonly HistoryPoint[] {
  return timeline.map((point) => ({
    kind: point.kind,
    round: point.round,
    from: point.from,
    stage: {
      index: point.stage,
      kind: point.stageKind,
      network: point.network,
      stepPolicy: point.stepPolicy,
      stepSizes: [],
      lastMoves: [],
      roundsPlayed: point.roundsPlayed,
      cost: point.cost,
    },
    figures: point.figures,
    parameters: [],
    takenBack: point.takenBack,
    fast: point.fast,
  }));
}

function pointOf(
  { stage, kind, round, from, figures, takenBack, fast }: HistoryPoint,
  version: number,
  takenBackAt: number | null,
): TimelinePoint {
  return {
    version,
    takenBackAt,
    kind,
    round,
    from,
    stage: stage.index,
    stageKind: stage.kind,
    network: stage.network,
    stepPolicy: stage.stepPolicy,
    roundsPlayed: stage.roundsPlayed,
    cost: stage.cost,
    figures,
    takenBack,
    fast,
  };
}
