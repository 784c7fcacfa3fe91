import type { StopsRevealed } from '../../shared/session/machine-events.ts';
import type { CommonText } from './common.ts';

/** Where the class would have stopped the machine, in a sentence. */
export function stopsInWords(stops: StopsRevealed['stops'], words: CommonText['stopReveal']): string {
  if (stops.length === 0) return words.noStops;
  return words.stopsAbout(stops.map(({ round, count }) => words.stoppedAt(round, count)).join(', '));
}
