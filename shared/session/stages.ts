import type { StageMaterial } from './material.ts';
import type { MachineSettings } from './settings.ts';

/** The activities of a lesson. `practice` is the untimed round before the lesson that teaches the buttons. */
export const STAGE_KINDS = [
  'practice',
  'guess',
  'keep-if-better',
  'probe',
  'backprop',
  'autopilot',
  'stop',
  'test',
] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

/** What a class can expect of a learning rate. */
export const VOTES = ['slow', 'fast', 'explodes'] as const;
export type Vote = (typeof VOTES)[number];

/** How step sizes change from round to round. */
export type StepPolicyKind = 'fixed' | 'cooling' | 'adaptive';

/** One stage of a lesson as it was planned. */
export type StagePlan = {
  readonly kind: StageKind;
  /** Minutes the lesson gives it, for the teacher's eye only: nothing ends by itself. */
  readonly minutes: number;
  /**
   * Rounds the class plays by hand, and rounds to run ahead afterwards. In `autopilot` and `stop`: machine steps
   * before it waits for the teacher; in `test`: animals to bet on.
   */
  readonly rounds: number;
  readonly fastForward: number;
  /** Whether the parameters start again from the lesson's pinned ones, or go on from where they are. */
  readonly start: 'pinned' | 'continue';
  /** What differs from the session's settings while this stage runs. */
  readonly stepSize: number;
  readonly stepPolicy: StepPolicyKind;
  /** A network and data of the stage's own; null plays on the lesson's. */
  readonly material: StageMaterial | null;
  /** How the machine descends when the stage is entered; null leaves it as the teacher has it. */
  readonly machine: MachineSettings | null;
};
