import type { StageKind } from './stages.ts';

/** Where a round is. Layers are counted from 1; inputs are layer 0 and have no parameters. */
export type Phase =
  /** Examples flow through; `layer` is the last layer whose answer may be seen. */
  | { readonly kind: 'predict'; readonly layer: number }
  | { readonly kind: 'compare' }
  /** The error returns; `layer` is the one just opened, the output layer first. */
  | { readonly kind: 'backward'; readonly layer: number }
  | { readonly kind: 'nudge' }
  | { readonly kind: 'adjust' }
  /** What does the class expect of this learning rate? */
  | { readonly kind: 'vote' }
  /** The machine descends, one round a step; the phase outlasts its rounds. */
  | { readonly kind: 'run' }
  /** What was hidden while the machine ran. */
  | { readonly kind: 'reveal' }
  /** The class bets on an animal nobody has seen; animals are counted from 0. */
  | { readonly kind: 'bet'; readonly animal: number }
  /** What the network says of it, and what it was. */
  | { readonly kind: 'answer'; readonly animal: number }
  | { readonly kind: 'score' };

export type PhaseKind = Phase['kind'];

/** What the order of a stage's phases depends on. */
export type Course = {
  readonly stage: StageKind;
  /** Layers that have parameters. */
  readonly layers: number;
  /** Animals to bet on, in `test`. */
  readonly animals: number;
  /** Rounds the stage has played where it goes on from. */
  readonly roundsPlayed: number;
};

/** The order of a stage's phases, for whoever draws it. */
export function phaseKinds(stage: StageKind): readonly PhaseKind[] {
  switch (stage) {
    case 'practice':
    case 'guess':
    case 'keep-if-better':
    case 'probe':
      return ['predict', 'compare', 'nudge', 'adjust'];
    case 'backprop':
      return ['predict', 'compare', 'backward', 'nudge', 'adjust'];
    case 'autopilot':
      return ['vote', 'run'];
    case 'stop':
      return ['run', 'reveal'];
    case 'test':
      return ['bet', 'answer', 'score'];
  }
}

/**
 * How a round of this stage begins. Only `backprop` opens the forward pass layer by layer. A class that goes back
 * into the middle of a run has voted already.
 */
export function firstPhase({ stage, layers, roundsPlayed }: Course): Phase {
  switch (stage) {
    case 'practice':
    case 'guess':
    case 'keep-if-better':
    case 'probe':
      return { kind: 'predict', layer: layers };
    case 'backprop':
      return { kind: 'predict', layer: 1 };
    case 'autopilot':
      return roundsPlayed === 0 ? { kind: 'vote' } : { kind: 'run' };
    case 'stop':
      return { kind: 'run' };
    case 'test':
      return { kind: 'bet', animal: 0 };
  }
}

/** What follows a phase, or null when nothing of this stage does: the round is over. */
export function phaseAfter({ stage, layers, animals }: Course, phase: Phase): Phase | null {
  switch (phase.kind) {
    case 'predict':
      return phase.layer < layers ? { kind: 'predict', layer: phase.layer + 1 } : { kind: 'compare' };
    case 'compare':
      return stage === 'backprop' ? { kind: 'backward', layer: layers } : { kind: 'nudge' };
    case 'backward':
      return phase.layer > 1 ? { kind: 'backward', layer: phase.layer - 1 } : { kind: 'nudge' };
    case 'nudge':
      return { kind: 'adjust' };
    case 'vote':
      return { kind: 'run' };
    case 'run':
      return stage === 'stop' ? { kind: 'reveal' } : null;
    case 'bet':
      return { kind: 'answer', animal: phase.animal };
    case 'answer':
      return phase.animal + 1 < animals ? { kind: 'bet', animal: phase.animal + 1 } : { kind: 'score' };
    case 'adjust':
    case 'reveal':
    case 'score':
      return null;
  }
}

/** Whether the class hands something in while the phase lasts, so that it has a deadline and closes by itself. */
export function isHandingIn({ kind }: Phase): boolean {
  return kind === 'nudge' || kind === 'vote' || kind === 'bet';
}

/** Whether what comes next waits for a teacher who is away. */
export function waitsForTeacher({ kind }: Phase): boolean {
  return kind === 'adjust' || kind === 'run' || kind === 'answer';
}
