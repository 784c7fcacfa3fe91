import type { SeatView, StudentView } from '../../../shared/projection/views.ts';
import type { Phase } from '../../../shared/session/phases.ts';
import type { FinalReason, LinkStatus } from '../../link/status.ts';

export type StageNow = NonNullable<StudentView['stage']>;
export type RoundNow = NonNullable<StudentView['round']>;
export type StepNow = NonNullable<StudentView['step']>;

export type DrawingNow = NonNullable<StudentView['drawing']>;

export type MachinePhase = Extract<Phase, { kind: 'vote' | 'run' | 'reveal' | 'bet' | 'answer' | 'score' }>;

/** What fills the phone. There is one for every moment of a class: a phone is never empty. */
export type Scene =
  | { readonly kind: 'loading' }
  | { readonly kind: 'gone'; readonly reason: FinalReason }
  | { readonly kind: 'ended' }
  /** Joined, and the teacher has not let this phone in yet. */
  | { readonly kind: 'waiting'; readonly name: string }
  /** Phones are frozen: look at the screen. */
  | { readonly kind: 'attention' }
  | { readonly kind: 'lobby' }
  /** The class draws the points it will play on. */
  | { readonly kind: 'draw'; readonly drawing: DrawingNow }
  /** Between entering a stage, or going back, and its next round. */
  | { readonly kind: 'intro'; readonly stage: StageNow }
  /** The round began before this seat had a weight. */
  | { readonly kind: 'late'; readonly stage: StageNow; readonly round: RoundNow }
  | {
      readonly kind: 'watch';
      readonly stage: StageNow;
      readonly round: RoundNow;
      readonly phase: Extract<Phase, { kind: 'predict' | 'compare' | 'backward' }>;
    }
  /** A machine descends, or the class votes, stops or bets: nobody needs a weight for it. */
  | {
      readonly kind: 'machine';
      readonly stage: StageNow;
      readonly round: RoundNow;
      readonly phase: MachinePhase;
    }
  | { readonly kind: 'nudge'; readonly stage: StageNow; readonly round: RoundNow }
  | { readonly kind: 'adjust'; readonly stage: StageNow; readonly round: RoundNow; readonly step: StepNow };

export type SceneKind = Scene['kind'];

export function sceneOf(
  status: LinkStatus,
  view: StudentView | null,
  seat: SeatView | null,
  waitingAs: string | null = null,
): Scene {
  if (view?.class.activity === 'ended') return { kind: 'ended' };
  if (status.kind === 'gone') return { kind: 'gone', reason: status.reason };
  if (waitingAs !== null) return { kind: 'waiting', name: waitingAs };
  if (view === null || seat === null) return { kind: 'loading' };
  if (view.pause.includes('attention')) return { kind: 'attention' };
  return sceneOfClass(view, seat);
}

function sceneOfClass({ stage, round, step, drawing }: StudentView, seat: SeatView): Scene {
  if (stage === null)
    return drawing === null || drawing.settled ? { kind: 'lobby' } : { kind: 'draw', drawing };
  if (round === null) return { kind: 'intro', stage };
  const { phase } = round;
  switch (phase.kind) {
    case 'vote':
    case 'run':
    case 'reveal':
    case 'bet':
    case 'answer':
    case 'score':
      return { kind: 'machine', stage, round, phase };
    case 'adjust':
      // The step comes with its phase; without it the round is over and its figures are on their way.
      return step === null ? { kind: 'intro', stage } : { kind: 'adjust', stage, round, step };
    case 'nudge':
      return hasWeights(seat) ? { kind: 'nudge', stage, round } : { kind: 'late', stage, round };
    case 'predict':
    case 'compare':
    case 'backward':
      return hasWeights(seat) ? { kind: 'watch', stage, round, phase } : { kind: 'late', stage, round };
  }
}

function hasWeights(seat: SeatView): boolean {
  return seat.parameters.length > 0;
}
