import type { NetworkSpec } from '../network/topology.ts';
import type { Clock } from './clock.ts';
import type { DrawingEvent } from './drawing-events.ts';
import type { SeatNumber } from './ids.ts';
import type { MachineEvent } from './machine-events.ts';
import type { HoldReason } from './hold-reason.ts';
import type { Direction, Nudge } from './nudges.ts';
import type { Phase } from './phases.ts';
import type { MachineSettings, Settings } from './settings.ts';
import type { SessionSetup } from './setup.ts';
import type { StageKind, StepPolicyKind } from './stages.ts';

/** Every event is a fact: it carries the numbers, so that filing it needs no arithmetic. */

/** Error and share of right answers, on the examples seen and on the new ones. */
export type Figures = {
  readonly loss: number;
  readonly accuracy: number;
  readonly validationLoss: number;
  readonly validationAccuracy: number;
};

/** Passes over the training examples. */
export type Cost = { readonly forward: number; readonly backward: number };

/** A nudge's exact error at −step and +step, all else unchanged. */
export type Probe = { readonly down: number; readonly up: number };

export type BotStrategy = {
  readonly kind: 'random' | 'probing' | 'gradient' | 'contrary';
  /** Share of choices that go wrong on purpose, 0 … 1. */
  readonly wrong: number;
};

export type Owners = readonly (readonly SeatNumber[])[];

/** Identifies an intent of one page of one seat, so that a repeat is known for one. */
export type IntentId = { readonly instance: string; readonly seq: number };

/** The network as a stage, or a return to an earlier round, starts with it. */
export type StageFacts = {
  /** Index in the lesson's stages; −1 for the practice round. */
  readonly stage: number;
  readonly kind: StageKind;
  readonly network: NetworkSpec;
  readonly parameters: readonly number[];
  readonly stepSizes: readonly number[];
  /** Last move of each parameter, which the adaptive policy looks back at. */
  readonly lastMoves: readonly number[];
  /** What the policy starts from, and how far it may go: the setting of that name. */
  readonly stepSize: number;
  readonly stepPolicy: StepPolicyKind;
  readonly figures: Figures;
  readonly owners: Owners;
  /** What the stage sets of the machine; null leaves it as it is. */
  readonly machine: MachineSettings | null;
};

/** What one seat's nudges did in a round. */
export type SeatOutcome = {
  readonly seat: SeatNumber;
  /** Change of the error if only this seat's nudges had happened, in full. */
  readonly alone: number;
  /** Of its nudges, how many went the way of the negative gradient. */
  readonly agreed: number;
  readonly nudges: number;
  /** Parameters on which it and its co-owners cancelled each other. */
  readonly cancelled: readonly number[];
};

export type StepTaken = {
  readonly type: 'step-taken';
  readonly round: number;
  readonly closedBy: 'teacher' | 'deadline' | 'everybody' | 'fast-forward';
  /** Per parameter: the signed multiple of the step size that the owners agreed on. */
  readonly multiples: readonly number[];
  /** Per parameter: how far it moved. */
  readonly moves: readonly number[];
  readonly parameters: readonly number[];
  /** Parameters stopped at the bound that keeps a diverging network finite. */
  readonly bounded: readonly number[];
  readonly stepSizes: readonly number[];
  readonly figures: Figures;
  readonly effects: {
    readonly together: number;
    readonly sumAlone: number;
    /** Per parameter: its aggregated move alone. */
    readonly perParameter: readonly number[];
  };
  /** Per parameter, of the mean error before the step. */
  readonly gradient: readonly number[];
  readonly seats: readonly SeatOutcome[];
  readonly cost: Cost;
};

export type SeatJoined = {
  readonly type: 'seat-joined';
  readonly seat: SeatNumber;
  readonly bot: BotStrategy | null;
  /** Whether it waits until the teacher lets it in. */
  readonly waits: boolean;
  /** The seat it says was its own before its key was lost. */
  readonly claims: SeatNumber | null;
  /** Age of the class in milliseconds; null for a bot, and where nobody wrote it down. */
  readonly atMs: number | null;
};

export type SessionEvent =
  | {
      readonly type: 'session-opened';
      readonly setup: SessionSetup;
      readonly code: string;
      /** Of the pinned start. */
      readonly figures: Figures;
    }
  | { readonly type: 'session-ended' }
  | { readonly type: 'code-changed'; readonly code: string }
  | { readonly type: 'session-locked'; readonly locked: boolean }
  | {
      readonly type: 'settings-changed';
      readonly settings: Settings;
      /** New step sizes of the running stage, where the change is about them. */
      readonly stepSizes: readonly number[] | null;
    }
  | { readonly type: 'roster-changed'; readonly rosterVersion: number }
  | SeatJoined
  /** The teacher lets in somebody who waited. */
  | { readonly type: 'seat-admitted'; readonly seat: SeatNumber }
  /** Somebody who had lost their key has their old seat back: `by` is the one they waited on, which is no more. */
  | { readonly type: 'seat-reclaimed'; readonly seat: SeatNumber; readonly by: SeatNumber }
  /** From now on newcomers wait for the teacher, who did not ask for it. */
  | { readonly type: 'newcomers-held'; readonly why: HoldReason }
  | { readonly type: 'seat-connected'; readonly seat: SeatNumber }
  | { readonly type: 'seat-disconnected'; readonly seat: SeatNumber }
  /** The caretaker minds the parameters of a seat that stayed away. */
  | { readonly type: 'seat-minded'; readonly seat: SeatNumber }
  | { readonly type: 'seat-left'; readonly seat: SeatNumber }
  | { readonly type: 'seat-removed'; readonly seat: SeatNumber }
  | { readonly type: 'seat-restored'; readonly seat: SeatNumber }
  | { readonly type: 'seat-muted'; readonly seat: SeatNumber; readonly muted: boolean }
  | { readonly type: 'teacher-came' }
  | { readonly type: 'teacher-went' }
  | {
      readonly type: 'stage-entered';
      readonly why: 'next' | 'skip' | 'restart' | 'practice';
      readonly facts: StageFacts;
    }
  | { readonly type: 'ownership-changed'; readonly owners: Owners }
  | { readonly type: 'round-opened'; readonly round: number }
  | {
      readonly type: 'phase-entered';
      readonly round: number;
      readonly phase: Phase;
      readonly clock: Clock;
      /** Only when the phase opens a layer backward: its gradient, in the topology's order, and each neuron's error. */
      readonly backward: BackwardFacts | null;
    }
  | { readonly type: 'clock-set'; readonly clock: Clock; readonly why: ClockReason }
  | {
      readonly type: 'nudged';
      readonly seat: SeatNumber;
      readonly round: number;
      readonly parameter: number;
      readonly nudge: Nudge;
      /** In `probe`: what the chosen size would do either way. */
      readonly probe: Probe | null;
      /** Null for bots and caretakers, which never repeat themselves. */
      readonly intent: IntentId | null;
    }
  | {
      readonly type: 'arrow-guessed';
      readonly seat: SeatNumber;
      readonly round: number;
      readonly parameter: number;
      readonly direction: Direction;
      readonly intent: IntentId;
    }
  | StepTaken
  /** keep-if-better: the round raised the error and was taken back at once. */
  | {
      readonly type: 'step-taken-back';
      readonly round: number;
      readonly parameters: readonly number[];
      readonly figures: Figures;
    }
  /** The class goes on from an earlier point of its history; nothing is erased. */
  | { readonly type: 'went-back'; readonly point: number; readonly facts: StageFacts }
  | { readonly type: 'parameter-reassigned'; readonly parameter: number; readonly seat: SeatNumber }
  | MachineEvent
  | DrawingEvent
  | { readonly type: 'screen-blanked'; readonly blank: boolean }
  | { readonly type: 'parameter-spotlighted'; readonly parameter: number | null };

export type ClockReason =
  'mark' | 'pause' | 'resume' | 'more-time' | 'last-chance' | 'pace' | 'teacher-away' | 'teacher-back';

export type BackwardFacts = {
  readonly layer: number;
  /** Gradient of the layer's own parameters: its weights row by row, then its biases. */
  readonly gradient: readonly number[];
  /** Per neuron of the layer: the mean over the examples of the error that reached it (∂loss/∂pre-activation). */
  readonly errors: readonly number[];
};

/**
 * Raised whenever an event's shape changes. 2: `setup.origin`, and the stages' `material`. 3: the machine, in settings,
 * stages and what a stage starts with. 4: `setup.drawing`, and the points a class draws. 5: newcomers who wait for the
 * teacher, in settings and in who joined, and when.
 */
export const EVENT_VERSION = 5;

/** An event as the journal keeps it. */
export type StoredEvent = {
  /** Version of the events' shapes; what older versions wrote is upgraded when it is read (recording/upgrade.ts). */
  readonly v: typeof EVENT_VERSION;
  /** Wall clock of the server when it was decided, for people; nothing is computed from it. */
  readonly atMs: number;
  readonly event: SessionEvent;
};
