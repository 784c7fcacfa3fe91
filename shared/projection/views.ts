import type { Chain } from '../network/chain.ts';
import type { NetworkSpec } from '../network/topology.ts';
import type { DrawnPoint } from '../datasets/drawn.ts';
import type { Example } from '../datasets/example.ts';
import type { PauseReason } from '../session/clock.ts';
import type { Cost, Figures } from '../session/events.ts';
import type { GradientCheck } from '../session/machine-events.ts';
import type { HoldReason } from '../session/hold-reason.ts';
import type { Direction, Nudge } from '../session/nudges.ts';
import type { Phase } from '../session/phases.ts';
import type { Settings } from '../session/settings.ts';
import type { StageKind, StagePlan, Vote } from '../session/stages.ts';
import type { Membership, Presence } from '../session/state.ts';

/**
 * What each role sees. A view is a record of sections; a frame carries the sections that changed. A section
 * that a role must not see yet is absent from it or null: it is cut here, on the server, not hidden by a screen.
 */

/** Who we are and how the class stands. */
export type ClassSection = {
  readonly lesson: string;
  readonly code: string;
  readonly locked: boolean;
  readonly activity: 'lobby' | 'stage' | 'ended';
  readonly seats: number;
  readonly present: number;
  readonly bots: number;
  readonly teacherPresent: boolean;
  readonly featureNames: readonly string[];
  readonly classNames: readonly string[];
  readonly parameterCount: number;
  /** Most parameters one student holds. */
  readonly parametersPerSeat: number;
};

/** Why phones are frozen or clocks stand still; empty when the class runs. */
export type PauseSection = readonly PauseReason[];

export type StageSection = {
  /** Index in the lesson; −1 for the practice round. */
  readonly index: number;
  readonly kind: StageKind;
  /** Stages of the lesson, in order. */
  readonly stages: readonly StageKind[];
  readonly network: NetworkSpec;
  readonly roundsPlayed: number;
  readonly roundsPlanned: number;
} | null;

export type RoundSection = {
  readonly id: number;
  readonly phase: Phase;
} | null;

/** How far the nudging is: seats that have proposed for all they own, out of those the round waits for. */
export type ProgressSection = { readonly proposed: number; readonly expected: number } | null;

/** The network's numbers now, full doubles, and the error that goes with them. */
export type NetworkSection = {
  readonly parameters: readonly number[];
  readonly loss: number;
  /** How far a nudge of size 1 moves each parameter in this round. */
  readonly stepSizes: readonly number[];
};

/** What the round's step did, one for all: figures per parameter and for the class. */
export type StepSection = {
  readonly round: number;
  readonly lossBefore: number;
  /** The error the step reached; where it was taken back, the network no longer has it. */
  readonly lossAfter: number;
  readonly takenBack: boolean;
  /** Rounds run ahead at once rather than played. */
  readonly fast: boolean;
  readonly multiples: readonly number[];
  readonly moves: readonly number[];
  readonly bounded: readonly number[];
  readonly together: number;
  readonly sumAlone: number;
  readonly perParameter: readonly number[];
} | null;

/** Gradients that backprop has opened so far: per layer, in the order opened; null where the stage has none. */
export type BackwardSection =
  | readonly {
      readonly layer: number;
      readonly gradient: readonly number[];
      readonly errors: readonly number[];
    }[]
  | null;

/** The curve of the error of seen examples, one point a step. */
export type CurvePoint = {
  readonly kind: 'start' | 'step' | 'back';
  readonly round: number | null;
  readonly stage: number;
  readonly loss: number;
  /** The error a taken-back round had reached; null where it stood. */
  readonly takenBack: number | null;
  /** For a return: index of the point it went back to. */
  readonly from: number | null;
};

export type CostSection = {
  /** Passes of the running stage so far, of this round's way, and what trying every parameter both ways costs. */
  readonly stage: Cost;
  readonly probeEverything: number;
} | null;

/** Errors by what they had cost until then, in passes forward and backward over the seen examples; for drawing. */
export type CostCurve = { readonly passes: readonly number[]; readonly losses: readonly number[] };

/** The machine of `autopilot` and `stop`, since the stage was entered. */
export type MachineSection = {
  readonly learningRate: number;
  /** Null: all examples. */
  readonly batchSize: number | null;
  /** Steps a second; 0 by hand. */
  readonly speed: number;
  readonly steps: number;
  /** The error is clearly above where it started, or a parameter ran into its bound. */
  readonly diverged: boolean;
  readonly machineCurve: CostCurve;
  /** How many have voted, and what: null until the vote is closed, and where there was none. */
  readonly voted: number;
  readonly votes: Readonly<Record<Vote, number>> | null;
} | null;

/** In `autopilot`: what the class had reached by hand on the same network and examples, stage by stage. */
export type ClassCurvesSection =
  readonly { readonly index: number; readonly stage: StageKind; readonly curve: CostCurve }[] | null;

/** In `stop`: who stopped where, and the error of new examples, only once they are revealed. */
export type StopSection = {
  readonly stopped: number;
  readonly revealed: {
    /** One for each of the machine's rounds, the start first. */
    readonly seen: readonly number[];
    readonly validation: readonly number[];
    /** `round` counts the machine's rounds; `point` is the place in the history to go back to. */
    readonly best: { readonly round: number; readonly loss: number; readonly point: number };
    /** At the end: error of new examples less that of seen ones, and rounds since the best. */
    readonly gap: number;
    readonly patience: number;
    readonly stops: readonly { readonly round: number; readonly count: number }[];
  } | null;
} | null;

/** In `test`: the animal in hand, and how class and network did so far. Classes by their index. */
export type TestSection = {
  /** Its features; null before the first, and at the score. */
  readonly animal: readonly number[] | null;
  /** Counts from 0. */
  readonly index: number;
  readonly of: number;
  readonly bets: number;
  readonly answer: {
    readonly outputs: readonly number[];
    readonly predicted: number;
    readonly truth: number;
    /** Per class, how many had bet on it. */
    readonly bets: readonly number[];
  } | null;
  /** Right answers; the class's is what most had bet on. */
  readonly score: { readonly class: number; readonly network: number; readonly of: number };
} | null;

/** In `backprop`: the example whose numbers are shown, and whether the teacher chose it or it pulls hardest. */
export type ExplainedSection = {
  readonly example: number;
  readonly features: readonly number[];
  readonly target: readonly number[];
  readonly chosen: boolean;
} | null;

/** While the class waits in the lobby: what it draws to play on. Whose point is whose is for nobody. */
export type DrawingSection = {
  /** In the order they were drawn, those left out that do not count. */
  readonly points: readonly DrawnPoint[];
  /** Per class, how many points it still needs. */
  readonly missing: readonly number[];
  readonly settled: boolean;
} | null;

export type StudentView = {
  readonly class: ClassSection;
  readonly pause: PauseSection;
  readonly stage: StageSection;
  readonly round: RoundSection;
  readonly progress: ProgressSection;
  readonly network: NetworkSection;
  readonly step: StepSection;
  readonly backward: BackwardSection;
  readonly machine: MachineSection;
  readonly classCurves: ClassCurvesSection;
  readonly stop: StopSection;
  readonly test: TestSection;
  readonly explained: ExplainedSection;
  readonly drawing: DrawingSection;
  /** Error after each round of the running stage; empty where a machine descends, which has its own curve. */
  readonly losses: readonly number[];
  readonly hints: boolean;
  readonly freeNames: boolean;
};

/** What one seat alone may know. */
export type SeatView = {
  readonly seat: number;
  readonly name: string;
  readonly membership: Membership;
  readonly muted: boolean;
  /** Parameters this seat owns, each with all that concerns it. Empty: late, the seat gets some at the next round. */
  readonly parameters: readonly SeatParameter[];
  /** What this seat's nudges of the adjusted round did; null before, or where it sent none. */
  readonly outcome: {
    readonly round: number;
    /** Change of the error had only these nudges happened, in full. */
    readonly alone: number;
    /** How many of them went with the gradient; null until the stage reveals it. */
    readonly agreed: number | null;
    readonly nudges: number;
  } | null;
  /** What this seat has handed in: its vote, the machine's round it stopped at, the class it bets on. */
  readonly vote: Vote | null;
  readonly stop: number | null;
  readonly bet: number | null;
  /** The points this seat has drawn, as long as the class draws. */
  readonly drawn: readonly DrawnPoint[];
};

export type SeatParameter = {
  readonly parameter: number;
  /** Names of the other owners: of many the first few, and how many more there are. */
  readonly coOwners: readonly string[];
  readonly moreCoOwners: number;
  /** What this seat has proposed for it in the running round and the server has accepted. */
  readonly nudge: Nudge | null;
  /** In `probe`, once committed, until the round ends: the exact error at −step and +step, and around. */
  readonly probe: {
    readonly down: number;
    readonly up: number;
    /** Error at evenly spaced values from `from` to `to` of this parameter. */
    readonly curve: { readonly from: number; readonly to: number; readonly losses: readonly number[] };
  } | null;
  readonly guess: Direction | null;
  /** In the adjusted round: co-owners proposed and it came to nothing. */
  readonly cancelled: boolean;
  /** In `backprop`, once its layer is open: the chain at it for the explained example, and the mean over all. */
  readonly inside: (Chain & { readonly gradient: number }) | null;
  /** Where the teacher had its gradient checked. */
  readonly check: GradientCheck | null;
  /** In the adjusted round: what the owners had proposed, by name, this seat's first. */
  readonly proposals: readonly { readonly name: string; readonly nudge: Nudge }[];
  /** The same of those who are not named. */
  readonly moreProposals: ProposalTally;
  /** Whether all of them were the same. */
  readonly alike: boolean;
};

/** How many proposed which way. */
export type ProposalTally = { readonly raise: number; readonly leave: number; readonly lower: number };

/** Names by seat; empty where the screen shows none. */
export type NamesSection = readonly { readonly seat: number; readonly name: string }[];

export type ScreenView = {
  readonly class: ClassSection;
  readonly pause: PauseSection;
  readonly stage: StageSection;
  readonly round: RoundSection;
  readonly progress: ProgressSection;
  readonly network: NetworkSection;
  readonly step: StepSection;
  readonly backward: BackwardSection;
  readonly machine: MachineSection;
  readonly classCurves: ClassCurvesSection;
  readonly stop: StopSection;
  readonly test: TestSection;
  readonly explained: ExplainedSection;
  readonly drawing: DrawingSection;
  /** In `backprop`: what the teacher had checked. */
  readonly check: GradientCheck | null;
  readonly curve: readonly CurvePoint[];
  readonly cost: CostSection;
  /** Seen examples, for the map; null in stages that show no map. */
  readonly examples: readonly Example[] | null;
  /** Share of right answers on the seen examples. */
  readonly correct: { readonly correct: number; readonly of: number };
  /** Parameters whose owners have all proposed. */
  readonly proposed: readonly number[];
  /** Pseudonyms in the lobby (always shown there), or at the edges when the teacher switched them on. */
  readonly names: NamesSection;
  /** Per parameter the seats that own it; empty unless names are on. */
  readonly owners: readonly (readonly number[])[];
  readonly blank: boolean;
  readonly spotlight: number | null;
};

export type ClassRow = {
  readonly seat: number;
  readonly name: string;
  readonly bot: boolean;
  readonly membership: Membership;
  readonly presence: Presence;
  readonly muted: boolean;
  readonly parameters: readonly number[];
  /** Proposed in the running round, in the order of `parameters`; null where it has not. */
  readonly nudges: readonly (Nudge | null)[];
  readonly agreed: number;
  readonly of: number;
  /** All it proposed in the last rounds went up the slope of the error. */
  readonly goesUp: boolean;
  /** Age of the class when it joined; null for a bot, and where nobody wrote it down. */
  readonly joinedAtMs: number | null;
};

/** Who waits to be let in, and why newcomers wait where the teacher did not ask for it. For the teacher alone. */
export type DoorSection = {
  readonly held: HoldReason | null;
  readonly waiting: readonly {
    readonly seat: number;
    readonly name: string;
    /** Whether its page is open. */
    readonly isHere: boolean;
    /** What the seat is called that they say was theirs; null for somebody new. */
    readonly claims: string | null;
    readonly joinedAtMs: number | null;
  }[];
};

export type PlannedStage = Omit<StagePlan, 'material'>;

export type TeacherView = Omit<ScreenView, 'names' | 'owners'> & {
  readonly settings: Settings;
  readonly plan: readonly PlannedStage[];
  readonly table: readonly ClassRow[];
  readonly door: DoorSection;
  readonly figures: Figures;
  /** New examples' error, point by point beside `curve`. */
  readonly validationCurve: readonly { readonly loss: number; readonly accuracy: number }[];
  /** Names it by what must still be true when the command arrives. */
  readonly serial: number;
  readonly gradient: readonly number[] | null;
  readonly rosterVersion: number;
};
