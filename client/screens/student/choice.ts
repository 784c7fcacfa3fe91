import type { Direction, Nudge, NudgeSize } from '../../../shared/session/nudges.ts';
import type { SeatParameter } from '../../../shared/projection/views.ts';
import { newest, type Underway } from './underway.ts';

/** What stands on the three buttons. The tick is `accepted`: the server has it on disk, and nothing newer is on its way. */
export type Choice = {
  readonly direction: Direction | null;
  readonly size: NudgeSize;
  readonly delivery: 'none' | 'sending' | 'accepted';
};

/** `wished` is the size this person set before choosing a direction. */
export function choiceFor(round: number, own: SeatParameter, underway: Underway, wished: NudgeSize): Choice {
  const said = newest(underway, (intent): Nudge | null =>
    intent.kind === 'nudge' && intent.round === round && intent.parameter === own.parameter
      ? { direction: intent.direction, size: intent.size }
      : null,
  );
  if (said !== null) return { ...said.value, delivery: said.delivery };
  if (own.nudge !== null) return { ...own.nudge, delivery: 'accepted' };
  return { direction: null, size: wished, delivery: 'none' };
}

export type Guess = { readonly direction: Direction | null; readonly delivery: Choice['delivery'] };

/** The arrow this seat expects, on its way or accepted. */
export function guessFor(round: number, own: SeatParameter, underway: Underway): Guess {
  const said = newest(underway, (intent) =>
    intent.kind === 'guess-arrow' && intent.round === round && intent.parameter === own.parameter
      ? intent.direction
      : null,
  );
  if (said !== null) return { direction: said.value, delivery: said.delivery };
  return { direction: own.guess, delivery: own.guess === null ? 'none' : 'accepted' };
}
