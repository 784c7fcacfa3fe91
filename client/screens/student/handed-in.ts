import type { SeatView } from '../../../shared/projection/views.ts';
import type { Vote } from '../../../shared/session/stages.ts';
import type { Choice } from './choice.ts';
import { newest, type Underway } from './underway.ts';

/** What this seat has said, and how far it has come. The tick is `accepted`: the server has it on disk. */
export type HandedIn<Value> =
  | { readonly value: null; readonly delivery: 'none' }
  | { readonly value: Value; readonly delivery: Exclude<Choice['delivery'], 'none'> };

export function voteOf(round: number, seat: SeatView, underway: Underway): HandedIn<Vote> {
  return (
    newest(underway, (intent) => (intent.kind === 'vote' && intent.round === round ? intent.vote : null)) ??
    accepted(seat.vote)
  );
}

/** The class of this animal the seat bets on. */
export function betOf(round: number, animal: number, seat: SeatView, underway: Underway): HandedIn<number> {
  return (
    newest(underway, (intent) =>
      intent.kind === 'bet' && intent.round === round && intent.animal === animal ? intent.answer : null,
    ) ?? accepted(seat.bet)
  );
}

/** Whether this seat has stopped, and at which of the machine's rounds; while it is on its way only the server knows. */
export type Stopped =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'stopped'; readonly round: number };

export function stopOf(seat: SeatView, underway: Underway): Stopped {
  if (seat.stop !== null) return { kind: 'stopped', round: seat.stop };
  const hasAsked = newest(underway, ({ kind }) => (kind === 'stop' ? kind : null)) !== null;
  return { kind: hasAsked ? 'sending' : 'not-yet' };
}

function accepted<Value>(value: Value | null): HandedIn<Value> {
  return value === null ? { value: null, delivery: 'none' } : { value, delivery: 'accepted' };
}
