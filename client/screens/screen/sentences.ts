import type { ScreenView } from '../../../shared/projection/views.ts';
import type { Words } from './words.ts';

/** What the projector says beside the phase while a machine descends; empty where the scene has said it all. */
export function machineSentence(words: Words, view: ScreenView): string {
  return view.round?.phase.kind === 'run' ? runSentence(words, view.machine) : '';
}

function runSentence({ text }: Words, machine: ScreenView['machine']): string {
  if (machine === null) return '';
  return machine.diverged ? text.diverged : text.pace(machine.speed, machine.batchSize);
}

type RoundView = Pick<ScreenView, 'stage' | 'round'>;

/** What comes after the running phase, so that nobody ever waits for they know not what. */
export function nextSentence({ text }: Words, { stage, round }: RoundView): string {
  const phase = round?.phase;
  switch (phase?.kind) {
    case undefined:
      return text.afterAdjust;
    case 'adjust':
      return stage?.kind === 'practice' ? text.afterPractice : text.afterAdjust;
    case 'compare':
      return stage?.kind === 'backprop' ? text.afterCompareBackward : text.next.compare;
    case 'backward':
      return phase.layer === 1 ? text.afterFirstLayer : text.next.backward;
    case 'predict':
    case 'nudge':
    case 'vote':
    case 'run':
    case 'reveal':
    case 'bet':
    case 'answer':
    case 'score':
      return text.next[phase.kind];
  }
}

/** How many of the last rounds stood; the others were taken back. */
export function keptAhead(curve: ScreenView['curve'], rounds: number): number {
  return curve.slice(-rounds).filter(({ takenBack }) => takenBack === null).length;
}

/** How the sum of the weights' own effects and what happened together compare. */
export type Comparison = 'still' | 'rose-though' | 'about-the-sum' | 'not-the-sum';

/** A difference smaller than this share of the larger of the two is called "almost the same". */
const ALMOST = 0.12;

export function compareEffects(sumAlone: number, together: number): Comparison {
  const largest = Math.max(Math.abs(sumAlone), Math.abs(together));
  if (largest === 0) return 'still';
  if (together > 0 && sumAlone < 0) return 'rose-though';
  return Math.abs(sumAlone - together) <= ALMOST * largest ? 'about-the-sum' : 'not-the-sum';
}

export function comparisonSentence({ text }: Words, comparison: Comparison): string {
  switch (comparison) {
    case 'still':
      return text.stayed;
    case 'rose-though':
      return text.roseThough;
    case 'about-the-sum':
      return text.aboutTheSum;
    case 'not-the-sum':
      return text.notTheSum;
  }
}
