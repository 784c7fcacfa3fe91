import type { Ballot } from './ballot.ts';
import type { Clock } from './clock.ts';
import type { Drawing } from './drawing.ts';
import type { BotStrategy, Cost, Figures, Owners, Probe, SeatOutcome, StepTaken } from './events.ts';
import type { SeatNumber } from './ids.ts';
import type { Descended, GradientCheck } from './machine-events.ts';
import type { HoldReason } from './hold-reason.ts';
import type { Direction, Nudge, NudgeSize } from './nudges.ts';
import type { Phase } from './phases.ts';
import type { SeatMap } from './seat-map.ts';
import type { Settings } from './settings.ts';
import type { SessionSetup } from './setup.ts';
import type { StageKind, StepPolicyKind } from './stages.ts';
import type { NetworkSpec } from '../network/topology.ts';

/** `turned-away`: waited, and was not let in. */
export type Membership = 'waiting' | 'seated' | 'left' | 'removed' | 'turned-away';
export type Presence = 'present' | 'absent' | 'minded';

export type Seat = {
  readonly seat: SeatNumber;
  /** Null for a student. */
  readonly bot: BotStrategy | null;
  readonly membership: Membership;
  readonly presence: Presence;
  readonly muted: boolean;
  /** Age of the class when it joined; null for a bot, and where nobody wrote it down. */
  readonly joinedAtMs: number | null;
  /** The seat it says was its own. */
  readonly claims: SeatNumber | null;
  /** The seat that it became, once the teacher believed it. */
  readonly became: SeatNumber | null;
  /**
   * The latest intents applied, per page instance, so that a repeat is known for one. Each by its own number: one
   * that was turned away for haste comes again after others that were not.
   */
  readonly applied: ReadonlyMap<string, readonly number[]>;
  /** Over all rounds: nudges, and how many agreed with the gradient. */
  readonly agreed: number;
  readonly nudges: number;
  /** In the last rounds whose stage tells which way is down: how many of its nudges went up. The latest comes last. */
  readonly uphill: readonly UphillCount[];
};

export type UphillCount = { readonly nudges: number; readonly uphill: number };

/** A nudge as it stands in the running round. */
export type StandingNudge = Nudge & { readonly probe: Probe | null };

export type Round = {
  readonly id: number;
  readonly phase: Phase;
  /** Gradient and neuron errors by layer, as far as the backward pass has opened them. */
  readonly opened: ReadonlyMap<number, OpenedLayer>;
  /** Per parameter, who proposed what. */
  readonly nudges: ReadonlyMap<number, ReadonlyMap<SeatNumber, StandingNudge>>;
  readonly guesses: ReadonlyMap<number, ReadonlyMap<SeatNumber, Direction>>;
  /** Per parameter, the sizes somebody has probed: the same question costs its passes once. */
  readonly probed: ReadonlyMap<number, ReadonlySet<NudgeSize>>;
  /** Nudges, votes or bets accepted from each seat since the phase for them began, changes of mind included. */
  readonly nudgeCounts: SeatMap<number>;
  /** What the step did, once the round is adjusted. */
  readonly outcome: RoundOutcome | null;
  /** The machine's step that this round is; null before it, and in rounds played by hand. */
  readonly descent: Descent | null;
  /** In `backprop`: the example the teacher chose to explain, and the last check of the gradient. */
  readonly example: number | null;
  readonly check: GradientCheck | null;
};

/** How the machine took a step, without the network's numbers, which are in the history. */
export type Descent = Pick<Descended, 'learningRate' | 'batch' | 'bounded' | 'diverged'>;

export type OpenedLayer = { readonly gradient: readonly number[]; readonly errors: readonly number[] };

export type RoundOutcome = {
  readonly step: StepTaken;
  /** Before the step. */
  readonly parametersBefore: readonly number[];
  readonly figuresBefore: Figures;
  readonly seats: ReadonlyMap<SeatNumber, SeatOutcome>;
  readonly takenBack: boolean;
};

export type Stage = {
  /** Index in the lesson's stages; −1 for practice. */
  readonly index: number;
  readonly kind: StageKind;
  readonly network: NetworkSpec;
  readonly stepPolicy: StepPolicyKind;
  readonly stepSizes: readonly number[];
  readonly lastMoves: readonly number[];
  readonly roundsPlayed: number;
  readonly cost: Cost;
};

export type Activity =
  | { readonly kind: 'lobby' }
  /** `round` is null between entering the stage, or going back, and its next round. */
  | {
      readonly kind: 'stage';
      readonly stage: Stage;
      readonly round: Round | null;
      readonly ballot: Ballot;
    }
  | { readonly kind: 'ended'; readonly stage: Stage | null };

/** One point of the class's curve: where a stage started, a step, or a return. */
export type HistoryPoint = {
  readonly kind: 'start' | 'step' | 'back';
  /** The round that led here; null for a stage's start. */
  readonly round: number | null;
  /** For a return: the point it went back to. */
  readonly from: number | null;
  readonly stage: Stage;
  readonly figures: Figures;
  readonly parameters: readonly number[];
  /** Figures the round reached before it was taken back; null when it stood. */
  readonly takenBack: Figures | null;
  readonly fast: boolean;
};

export type Reassignment = { readonly parameter: number; readonly seat: SeatNumber };

export type SessionState = {
  readonly setup: SessionSetup;
  readonly settings: Settings;
  readonly code: string;
  readonly locked: boolean;
  /** Why newcomers wait although the teacher did not ask for it; null once they do not, or the teacher did. */
  readonly held: HoldReason | null;
  readonly activity: Activity;
  readonly clock: Clock;
  /** Counts the class's steps: every stage, round and phase raises it. Commands that must act once name it. */
  readonly serial: number;
  readonly parameters: readonly number[];
  readonly figures: Figures;
  readonly seats: SeatMap<Seat>;
  readonly owners: Owners;
  /** Exchanges the teacher asked for, done when the next round opens. */
  readonly reassignments: readonly Reassignment[];
  readonly history: readonly HistoryPoint[];
  /** Rounds opened so far; the next round's number is one more. */
  readonly roundCount: number;
  readonly teacherPresent: boolean;
  readonly blank: boolean;
  readonly spotlight: number | null;
  readonly rosterVersion: number;
  /** Null where the class draws nothing, and from its first stage on. */
  readonly drawing: Drawing | null;
};

/** The running stage, or null in the lobby and after the end. */
export function runningStage(state: SessionState): Stage | null {
  return state.activity.kind === 'stage' ? state.activity.stage : null;
}

/** The running round, or null between rounds. */
export function runningRound(state: SessionState): Round | null {
  return state.activity.kind === 'stage' ? state.activity.round : null;
}

/** The parameters a round's gradients are about: those before its step. */
export function explainedParameters(state: SessionState, round: Round): readonly number[] {
  return round.outcome?.parametersBefore ?? state.parameters;
}

/** Seats that belong to the class now: neither left nor removed. */
export function seatedSeats(state: SessionState): readonly Seat[] {
  return [...state.seats.values()].filter((seat) => seat.membership === 'seated');
}

/** Whether a seat was ever one of the class: not who was never let in, nor the one somebody waited on for their own. */
export function everSat({ membership, became }: Seat): boolean {
  return membership !== 'waiting' && membership !== 'turned-away' && became === null;
}

/** A student's seat whose student is not here. */
export function isAway(seat: Seat): boolean {
  return seat.membership === 'seated' && seat.presence !== 'present';
}

/** The parameters a seat owns, lowest first. */
export function parametersOf(owners: Owners, seat: SeatNumber): readonly number[] {
  const bySeat = PARAMETERS_BY_SEAT.get(owners) ?? parametersBySeat(owners);
  return bySeat.get(seat) ?? NONE;
}

const NONE: readonly number[] = [];

/** Asked for every seat of the class, time and again, while the owners stay the same. */
const PARAMETERS_BY_SEAT = new WeakMap<Owners, ReadonlyMap<SeatNumber, readonly number[]>>();

function parametersBySeat(owners: Owners): ReadonlyMap<SeatNumber, readonly number[]> {
  const bySeat = new Map<SeatNumber, number[]>();
  for (const [parameter, seats] of owners.entries()) {
    for (const seat of seats) {
      const own = bySeat.get(seat);
      if (own === undefined) bySeat.set(seat, [parameter]);
      else own.push(parameter);
    }
  }
  PARAMETERS_BY_SEAT.set(owners, bySeat);
  return bySeat;
}
