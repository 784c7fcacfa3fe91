import type { ScreenView } from '../../../shared/projection/views.ts';
import { className } from '../../text/data-words.ts';
import { LOSS_DECIMALS, type Words } from './words.ts';

/** What the projector says beside the phase where a machine descends, or the class votes, stops and bets. */
export function machineSentence(words: Words, view: ScreenView): string {
  const { text, numbers } = words;
  const { machine, stop, test } = view;
  const said = (index: number): string => className(words.common, view.class.classNames[index] ?? '');
  switch (view.round?.phase.kind) {
    case 'vote':
      return text.voted(machine?.voted ?? 0);
    case 'run':
      return stop === null ? runSentence(words, machine) : text.stopped(stop.stopped);
    case 'reveal': {
      const shown = stop?.revealed ?? null;
      if (shown === null) return '';
      return text.revealed(shown.best.round, numbers.figure(shown.gap, LOSS_DECIMALS), shown.patience);
    }
    case 'bet':
      return test === null ? '' : `${text.animalOf(test.index + 1, test.of)} · ${text.bets(test.bets)}`;
    case 'answer': {
      const answer = test?.answer ?? null;
      return answer === null ? '' : text.answered(said(answer.predicted), said(answer.truth));
    }
    case 'score':
      return test === null ? '' : text.score(test.score.class, test.score.network, test.score.of);
    default:
      return '';
  }
}

function runSentence({ text, numbers }: Words, machine: ScreenView['machine']): string {
  if (machine === null) return '';
  if (machine.diverged) return text.diverged;
  const rate = text.machineRate(numbers.figure(machine.learningRate, 2), machine.steps);
  const { votes } = machine;
  return votes === null ? rate : `${rate} · ${text.votes(votes.slow, votes.fast, votes.explodes)}`;
}

type RoundView = Pick<ScreenView, 'stage' | 'round'>;

/** What comes after the running phase, so that nobody ever waits for they know not what. */
export function nextSentence({ text }: Words, { stage, round }: RoundView): string {
  const phase = round?.phase;
  switch (phase?.kind) {
    case undefined:
    case 'adjust':
      return text.afterAdjust;
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
