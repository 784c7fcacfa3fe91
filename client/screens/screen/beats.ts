import type { ScreenView } from '../../../shared/projection/views.ts';
import { tickMs } from '../../../shared/session/machine-pace.ts';
import type { Pace } from '../../figures/glide.ts';
import type { GraphFlow } from '../../parts/graph.ts';

/** What the picture shows from a moment of a phase on, until the next beat. */
export type Beat = {
  /** Milliseconds since the phase was entered. */
  readonly atMs: number;
  readonly parameters: readonly number[];
  /** How long maps and thumbnails take to get there. */
  readonly glideMs: number;
  /** Slow at both ends, or as even as a machine that never rests. */
  readonly pace: Pace;
  readonly flow: GraphFlow | null;
  readonly loss: number;
  /** The error to compare with; null where there is nothing to compare. */
  readonly previous: number | null;
  /** Points of the curve drawn so far. */
  readonly points: number;
  /** How the step is judged: not yet, as it stands, or before it is taken back. */
  readonly verdict: 'none' | 'tried' | 'final';
};

const LAYER_MS = 800;
const BEFORE_MOVE_MS = 700;
const MOVE_MS = 1_300;
const REGRET_MS = 2_000;
/** A fast-forward draws its curve point by point, but never longer than this. */
const AHEAD_MS = 2_600;
const AHEAD_POINT_MS = 130;

/**
 * The beats of the phase the class is in, the first at 0. The last is how things stand: whoever comes late, or
 * wants no motion, sees that one alone.
 * @param pointsBefore points the curve had before this phase, as this screen saw it; null when it was not there
 */
export function beatsOf(view: ScreenView, pointsBefore: number | null): readonly Beat[] {
  const still = stillBeat(view);
  const phase = view.round?.phase;
  switch (phase?.kind) {
    case 'predict':
      return predictBeats(view, still, phase.layer);
    case 'backward':
      return [{ ...still, flow: { pass: 'backward', layer: phase.layer } }];
    case 'adjust':
      return adjustBeats(view, still, pointsBefore);
    case 'run':
      return [{ ...still, glideMs: runGlideMs(view), pace: 'even' }];
    case 'compare':
    case 'nudge':
    case 'vote':
    case 'reveal':
    case 'bet':
    case 'answer':
    case 'score':
    case undefined:
      return [still];
  }
}

/** Names the phase, so that news within it (who has proposed) does not start it again. */
export function momentOf({ class: who, stage, round, curve }: ScreenView): string {
  const phase =
    round === null
      ? ''
      : `${round.id} ${round.phase.kind} ${'layer' in round.phase ? round.phase.layer : ''}`;
  return `${who.activity} ${stage?.index ?? ''} ${phase} ${curve.length}`;
}

/** A machine's step glides until the next comes, so that the map flows instead of stopping at each. */
function runGlideMs({ machine }: ScreenView): number {
  const speed = machine?.speed ?? 0;
  return speed === 0 ? BEFORE_MOVE_MS : Math.min(MOVE_MS, tickMs(speed) ?? MOVE_MS);
}

function stillBeat({ network, curve }: ScreenView): Beat {
  return {
    atMs: 0,
    parameters: network.parameters,
    glideMs: MOVE_MS,
    pace: 'eased',
    flow: null,
    loss: network.loss,
    previous: null,
    points: curve.length,
    verdict: 'none',
  };
}

/** In most stages the forward pass is one phase, shown layer by layer; where each layer is a phase there is one beat. */
function predictBeats({ stage }: ScreenView, still: Beat, layer: number): readonly Beat[] {
  const first = stage?.kind === 'backprop' ? layer : 1;
  return Array.from({ length: Math.max(1, layer - first + 1) }, (_, index): Beat => ({
    ...still,
    atMs: index * LAYER_MS,
    flow: { pass: 'forward', layer: first + index },
  }));
}

function adjustBeats(view: ScreenView, still: Beat, pointsBefore: number | null): readonly Beat[] {
  const { step, curve } = view;
  if (step === null) return [still];
  const before = view.network.parameters.map((value, index) => value - (step.moves[index] ?? 0));
  const final: Beat = { ...still, previous: step.lossBefore, verdict: 'final' };
  if (step.fast) return aheadBeats(view, { ...final, previous: null }, pointsBefore);
  if (step.takenBack) return takenBackBeats(view, final);
  const start: Beat = {
    ...final,
    parameters: before,
    loss: step.lossBefore,
    previous: null,
    points: curve.length - 1,
    verdict: 'none',
  };
  return [start, { ...final, atMs: BEFORE_MOVE_MS }];
}

/** The class sees what it tried, and that it was worse, before it is taken back. */
function takenBackBeats({ step, network, curve }: ScreenView, final: Beat): readonly Beat[] {
  if (step === null) return [final];
  const start: Beat = { ...final, previous: null, points: curve.length - 1, verdict: 'none' };
  const tried: Beat = {
    ...final,
    atMs: BEFORE_MOVE_MS,
    parameters: network.parameters.map((value, index) => value + (step.moves[index] ?? 0)),
    loss: step.lossAfter,
    verdict: 'tried',
  };
  return [start, tried, { ...final, atMs: BEFORE_MOVE_MS + REGRET_MS, previous: null }];
}

/** Rounds run ahead appear one after the other on the curve, while the map glides to where they led. */
function aheadBeats({ curve }: ScreenView, final: Beat, pointsBefore: number | null): readonly Beat[] {
  if (pointsBefore === null || pointsBefore >= curve.length) return [final];
  const rounds = curve.length - pointsBefore;
  const pointMs = Math.min(AHEAD_POINT_MS, AHEAD_MS / rounds);
  return Array.from({ length: rounds + 1 }, (_, index): Beat => ({
    ...final,
    atMs: index * pointMs,
    glideMs: rounds * pointMs,
    points: pointsBefore + index,
    loss: curve[pointsBefore + index - 1]?.loss ?? final.loss,
    verdict: index === rounds ? 'final' : 'none',
  }));
}
