import type { Direction, Nudge, NudgeSize } from '../../../shared/session/nudges.ts';
import type { SeatParameter } from '../../../shared/projection/views.ts';
import type { StudentIntent } from '../../../shared/wire/student-intents.ts';
import type { Pending } from '../../link/outbox.ts';

/** What stands on the three buttons. The tick is `accepted`: the server has it on disk, and nothing newer is on its way. */
export type Choice = {
  readonly direction: Direction | null;
  readonly size: NudgeSize;
  readonly delivery: 'none' | 'sending' | 'accepted';
};

type Waiting = readonly Pending<StudentIntent>[];

/** `wished` is the size this person set before choosing a direction. */
export function choiceFor(round: number, own: SeatParameter, pending: Waiting, wished: NudgeSize): Choice {
  const sending = lastNudge(round, own.parameter, pending);
  if (sending !== null) return { ...sending, delivery: 'sending' };
  if (own.nudge !== null) return { ...own.nudge, delivery: 'accepted' };
  return { direction: null, size: wished, delivery: 'none' };
}

function lastNudge(round: number, parameter: number, pending: Waiting): Nudge | null {
  return pending.reduce<Nudge | null>(
    (found, { intent }) =>
      intent.kind === 'nudge' && intent.round === round && intent.parameter === parameter
        ? { direction: intent.direction, size: intent.size }
        : found,
    null,
  );
}

export type Guess = { readonly direction: Direction | null; readonly delivery: Choice['delivery'] };

/** The arrow this seat expects, on its way or accepted. */
export function guessFor(round: number, own: SeatParameter, pending: Waiting): Guess {
  const sending = pending.reduce<Direction | null>(
    (found, { intent }) =>
      intent.kind === 'guess-arrow' && intent.round === round && intent.parameter === own.parameter
        ? intent.direction
        : found,
    null,
  );
  if (sending !== null) return { direction: sending, delivery: 'sending' };
  return { direction: own.guess, delivery: own.guess === null ? 'none' : 'accepted' };
}
