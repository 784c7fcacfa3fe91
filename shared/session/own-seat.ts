import type { Actor } from './commands.ts';
import type { RefusalCode } from './refusals.ts';
import type { Seat, SessionState } from './state.ts';

export type Student = Extract<Actor, { role: 'student' }>;

/** The seat a student asks from, where it may ask at all. */
export type OwnSeat =
  | { readonly kind: 'seat'; readonly seat: Seat }
  /** What it asks was done before: it gets the answer it got the first time. */
  | { readonly kind: 'repeat' }
  | { readonly kind: 'none'; readonly why: RefusalCode };

export function ownSeat(state: SessionState, actor: Student): OwnSeat {
  const seat = state.seats.get(actor.seat);
  if (seat === undefined || seat.membership === 'left') return { kind: 'none', why: 'unknown-seat' };
  if (seat.membership === 'removed' || seat.membership === 'turned-away')
    return { kind: 'none', why: 'removed' };
  if (seat.membership === 'waiting') return { kind: 'none', why: 'not-let-in' };
  return isRepeat(seat, actor) ? { kind: 'repeat' } : { kind: 'seat', seat };
}

function isRepeat(seat: Seat, actor: Student): boolean {
  return seat.applied.get(actor.intent.instance)?.includes(actor.intent.seq) === true;
}
