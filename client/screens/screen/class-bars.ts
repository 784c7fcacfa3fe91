import { VOTES } from '../../../shared/session/stages.ts';
import type { ScreenView } from '../../../shared/projection/views.ts';
import { className } from '../../text/data-words.ts';
import type { Words } from './words.ts';

export type ClassBar = {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  /** What turned out to be so. */
  readonly isTrue: boolean;
};

/** How the class voted; null until the vote is closed, and where nobody voted. */
export function voteBars({ common }: Words, machine: ScreenView['machine']): readonly ClassBar[] | null {
  const votes = machine?.votes ?? null;
  if (votes === null || VOTES.every((vote) => votes[vote] === 0)) return null;
  return VOTES.map((vote) => ({
    key: vote,
    name: common.votes[vote],
    count: votes[vote],
    isTrue: vote === 'explodes' && machine?.diverged === true,
  }));
}

/** How the class bet, class by class. */
export function betBars(
  words: Words,
  classNames: readonly string[],
  { bets, truth }: { readonly bets: readonly number[]; readonly truth: number },
): readonly ClassBar[] {
  return classNames.map((key, index) => ({
    key,
    name: className(words.common, key),
    count: bets[index] ?? 0,
    isTrue: index === truth,
  }));
}
