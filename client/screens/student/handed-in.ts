import type { SeatView } from '../../../shared/projection/views.ts';
import type { Vote } from '../../../shared/session/stages.ts';
import type { StudentIntent } from '../../../shared/wire/student-intents.ts';
import type { Pending } from '../../link/outbox.ts';
import type { Choice } from './choice.ts';

/** What this seat has said, and how far it has come. The tick is `accepted`: the server has it on disk. */
export type HandedIn<Value> =
  | { readonly value: null; readonly delivery: 'none' }
  | { readonly value: Value; readonly delivery: Exclude<Choice['delivery'], 'none'> };

type Waiting = readonly Pending<StudentIntent>[];

export function voteOf(round: number, seat: SeatView, pending: Waiting): HandedIn<Vote> {
  return handedIn(
    pending.flatMap(({ intent }) => (intent.kind === 'vote' && intent.round === round ? [intent.vote] : [])),
    seat.vote,
  );
}

/** The class of this animal the seat bets on. */
export function betOf(round: number, animal: number, seat: SeatView, pending: Waiting): HandedIn<number> {
  return handedIn(
    pending.flatMap(({ intent }) =>
      intent.kind === 'bet' && intent.round === round && intent.animal === animal ? [intent.answer] : [],
    ),
    seat.bet,
  );
}

/** Whether this seat has stopped, and at which of the machine's rounds; while it is on its way only the server knows. */
export type Stopped =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'stopped'; readonly round: number };

export function stopOf(seat: SeatView, pending: Waiting): Stopped {
  if (seat.stop !== null) return { kind: 'stopped', round: seat.stop };
  return { kind: pending.some(({ intent }) => intent.kind === 'stop') ? 'sending' : 'not-yet' };
}

/** What is on its way is newer than what has arrived; of several, the last stands. */
function handedIn<Value>(sending: readonly Value[], accepted: Value | null): HandedIn<Value> {
  const last = sending[sending.length - 1];
  if (last !== undefined) return { value: last, delivery: 'sending' };
  return accepted === null ? { value: null, delivery: 'none' } : { value: accepted, delivery: 'accepted' };
}
