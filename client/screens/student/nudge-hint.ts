import type { StudentView } from '../../../shared/projection/views.ts';
import type { StageKind } from '../../../shared/session/stages.ts';
import type { Words } from './words.ts';

/** What there is to know about the moment before a line can say what to do in it. */
export type NudgeMoment = {
  readonly stage: StageKind;
  /** For the weight that is shown. */
  readonly hasChosen: boolean;
  readonly hasArrow: boolean;
  readonly hints: boolean;
  readonly progress: StudentView['progress'];
  /** Index of a weight of mine that I have not proposed anything for; −1 when none is left. */
  readonly stillOpen: number;
};

/** The one line above the buttons: what to do, then what may still be done. */
export function nudgeHint(moment: NudgeMoment, { text, common }: Words): string {
  const { stage, hasChosen, hasArrow, hints, progress, stillOpen } = moment;
  if (!hasChosen) {
    const tellsNothing = (stage === 'backprop' && !hasArrow) || (stage === 'probe' && !hints);
    return text.beforeChoosing[tellsNothing ? 'guess' : stage];
  }
  if (stillOpen >= 0) return text.stillOpen(stillOpen + 1);
  if (progress === null) return text.changeMind;
  const { proposed, expected } = progress;
  if (stage === 'probe' && expected > 0 && proposed === expected) return text.lastChance;
  return `${text.changeMind} ${common.proposed(proposed, expected)}.`;
}
