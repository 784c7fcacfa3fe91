import type { DataSetId } from '../datasets/catalogue.ts';
import type { CustomTable } from '../datasets/custom.ts';
import type { SplitSizes } from '../datasets/split.ts';
import type { Activation, LossName, OutputActivation } from '../network/topology.ts';
import type { SettingsPatch } from '../session/settings.ts';
import type { StageKind, StepPolicyKind } from '../session/stages.ts';
import type { LessonMaterial } from './lesson-problems.ts';

/** What stands in a field for a number; null where that is no number. */
export type Typed = number | null;

/** A lesson while somebody writes it: whole, but not yet right. */
export type LessonDraft = {
  readonly title: string;
  readonly data: DraftData;
  /** Neurons of each hidden layer. */
  readonly layers: readonly Typed[];
  readonly hidden: Activation;
  readonly answer: DraftAnswer;
  readonly start: DraftStart;
  readonly stages: readonly DraftStage[];
  readonly parametersPerSeat: Typed;
  /** What no field of the builder changes, kept as it came. */
  readonly kept: { readonly settings: SettingsPatch; readonly seatCap: number };
};

export type DraftSource =
  | { readonly kind: 'set'; readonly id: DataSetId }
  /** A teacher's file; null until one has been chosen. */
  | { readonly kind: 'table'; readonly table: CustomTable | null }
  /** Points that the class draws before it begins. */
  | { readonly kind: 'drawn'; readonly classes: number };

export type DraftData = {
  readonly source: DraftSource;
  readonly seed: Typed;
  /** Of data that are made up. */
  readonly noise: Typed;
  readonly sizes: { readonly [part in keyof SplitSizes]: Typed };
};

/** How the network answers, and how its error is measured: they go together. */
export type DraftAnswer = { readonly output: OutputActivation; readonly loss: LossName };

export type DraftStart =
  | { readonly kind: 'seed'; readonly seed: Typed }
  /** As it came, from a lesson whose start was searched for. Only for the network and data it came with. */
  | { readonly kind: 'kept'; readonly parameters: readonly number[] };

export type DraftStage = {
  /** Tells stages apart while they are moved about. */
  readonly key: number;
  readonly kind: StageKind;
  readonly minutes: Typed;
  readonly rounds: Typed;
  readonly fastForward: Typed;
  readonly start: 'pinned' | 'continue';
  readonly stepSize: Typed;
  readonly stepPolicy: StepPolicyKind;
  readonly machine: DraftMachine | null;
  readonly on: DraftMaterial;
};

export type DraftMachine = {
  readonly learningRate: Typed;
  /** Null is all examples; a batch that has still to be typed holds `size: null`. */
  readonly batch: { readonly size: Typed } | null;
  readonly machineSpeed: Typed;
};

/** What a stage is played on. */
export type DraftMaterial =
  | { readonly kind: 'lesson' }
  /** A few of the lesson's examples and a larger network, which learns them by heart. */
  | { readonly kind: 'few'; readonly examples: Typed }
  /** A network, data and start of its own, as they came. */
  | { readonly kind: 'kept'; readonly material: LessonMaterial };
