import type { NetworkSpec } from '../network/topology.ts';
import type { Cost, Figures } from '../session/events.ts';
import type { StageKind, StepPolicyKind } from '../session/stages.ts';

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
