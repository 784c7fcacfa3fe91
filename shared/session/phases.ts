import type { StageKind } from './stages.ts';

/** Where a round is. Layers are counted from 1; inputs are layer 0 and have no parameters. */
export type Phase =
  /** Examples flow through; `layer` is the last layer whose answer may be seen. */
  | { readonly kind: 'predict'; readonly layer: number }
  | { readonly kind: 'compare' }
  /** The error returns; `layer` is the one just opened, the output layer first. */
  | { readonly kind: 'backward'; readonly layer: number }
  | { readonly kind: 'nudge' }
  | { readonly kind: 'adjust' };

export type PhaseKind = Phase['kind'];

/** The order of a stage's phases, for whoever draws it. */
export function phaseKinds(stage: StageKind): readonly PhaseKind[] {
  return stage === 'backprop'
    ? ['predict', 'compare', 'backward', 'nudge', 'adjust']
    : ['predict', 'compare', 'nudge', 'adjust'];
}

/** How a round of this stage begins. Only `backprop` opens the forward pass layer by layer. */
export function firstPhase(stage: StageKind, layerCount: number): Phase {
  return { kind: 'predict', layer: stage === 'backprop' ? 1 : layerCount };
}

/** What follows a phase, or null when the round is over. */
export function phaseAfter(stage: StageKind, phase: Phase, layerCount: number): Phase | null {
  switch (phase.kind) {
    case 'predict':
      return phase.layer < layerCount ? { kind: 'predict', layer: phase.layer + 1 } : { kind: 'compare' };
    case 'compare':
      return stage === 'backprop' ? { kind: 'backward', layer: layerCount } : { kind: 'nudge' };
    case 'backward':
      return phase.layer > 1 ? { kind: 'backward', layer: phase.layer - 1 } : { kind: 'nudge' };
    case 'nudge':
      return { kind: 'adjust' };
    case 'adjust':
      return null;
  }
}
