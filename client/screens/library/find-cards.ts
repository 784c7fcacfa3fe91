import type { RecordingCard } from '../../../shared/wire/recordings.ts';
import { fold } from '../../text/fold.ts';

export const SORTS = ['newest', 'oldest', 'title', 'longest'] as const;
export type Sort = (typeof SORTS)[number];

/** How a recording and its lesson are called on this page. */
export type CardNames = {
  readonly title: (card: RecordingCard) => string;
  readonly lesson: (card: RecordingCard) => string;
};

/** The recordings in whose title, lesson or tags every word that was typed appears, in the order wished for. */
export function findCards(
  cards: readonly RecordingCard[],
  query: string,
  sort: Sort,
  names: CardNames,
): readonly RecordingCard[] {
  const wanted = fold(query).split(/\s+/u).filter(Boolean);
  const found = cards.filter((card) => {
    const text = fold([names.title(card), names.lesson(card), ...card.tags].join('\n'));
    return wanted.every((word) => text.includes(word));
  });
  return found.sort(comparison(sort, names));
}

function comparison(sort: Sort, { title }: CardNames): (a: RecordingCard, b: RecordingCard) => number {
  switch (sort) {
    case 'newest':
      return (a, b) => b.startedAtMs - a.startedAtMs;
    case 'oldest':
      return (a, b) => a.startedAtMs - b.startedAtMs;
    case 'title':
      return (a, b) => title(a).localeCompare(title(b)) || b.startedAtMs - a.startedAtMs;
    case 'longest':
      return (a, b) => b.durationMs - a.durationMs;
  }
}
