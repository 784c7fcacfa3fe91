import type { ScreenView } from '../../../shared/projection/views.ts';

type StageNow = NonNullable<ScreenView['stage']>;
type RoundNow = NonNullable<ScreenView['round']>;

/** What fills the projector. What lies over it (attention, a pause, a lost link) is a notice's. */
export type Scene =
  | { readonly kind: 'blank' }
  | { readonly kind: 'lobby' }
  /** Between entering a stage, or going back, and its next round. */
  | { readonly kind: 'intro'; readonly stage: StageNow }
  | { readonly kind: 'round'; readonly stage: StageNow; readonly round: RoundNow }
  | { readonly kind: 'ended' };

export function sceneOf({ blank, class: who, stage, round }: ScreenView): Scene {
  if (blank) return { kind: 'blank' };
  if (who.activity === 'ended') return { kind: 'ended' };
  if (who.activity === 'lobby' || stage === null) return { kind: 'lobby' };
  return round === null ? { kind: 'intro', stage } : { kind: 'round', stage, round };
}
