import type { SessionId } from '../../shared/session/ids.ts';
import type { GoneReason } from '../../shared/wire/down.ts';
import { systemClock, systemTimers, wait, type ServerClock, type Timers } from '../clock.ts';
import type { Acknowledge, Arrival, Asked, Carrier, Classroom, GuestId, Sender } from '../room/classroom.ts';
import type { Holder } from '../room/places.ts';

/** The class where it is played now, why it is played no more, or null while nobody knows. Never rejects. */
export type Seek = (carrier: Carrier) => Promise<Classroom | GoneReason | null>;

export type FollowedClass = Classroom & {
  /** Its server is gone: look where it is played now. */
  readonly seekAgain: () => void;
};

/** `known`: what it had when it came, until it has entered somewhere. */
type Guest = { readonly sender: Sender; readonly known: Arrival['known']; readonly cameMs: number };

type Question = { readonly guest: GuestId; readonly asked: Asked; readonly acknowledge: Acknowledge };

/** How long to wait before asking again where a class is. */
const AGAIN_MS = 100;

/**
 * A class that may move from one server to another under its people. It keeps who is in and what they have asked, and
 * takes both along: whoever is connected here notices no more than a moment of silence.
 */
export function followClass(
  session: SessionId,
  holder: Holder,
  seek: Seek,
  { nowMs }: Pick<ServerClock, 'nowMs'> = systemClock,
  timers: Timers = systemTimers,
): FollowedClass {
  const guests = new Map<GuestId, Guest>();
  const waiting = new Set<Question>();
  let place: Classroom | null = null;
  let turn = 0;
  let isSeeking = false;
  let isOver = false;

  function lose(): void {
    const left = place;
    place = null;
    turn += 1;
    left?.dismiss();
    holder.classLeft();
    void find();
  }

  async function find(): Promise<void> {
    if (isSeeking) return;
    isSeeking = true;
    for (let tries = 0; place === null && !isOver; tries++) {
      if (tries > 0) await wait(timers, AGAIN_MS);
      turn += 1;
      await look(turn);
    }
    isSeeking = false;
  }

  async function look(mine: number): Promise<void> {
    const found = await seek(carrierOf(mine));
    if (found === null) return;
    if (typeof found === 'string') {
      if (mine === turn) end(found);
      return;
    }
    if (isOver || mine !== turn) {
      found.dismiss();
      return;
    }
    settle(found);
  }

  function settle(found: Classroom): void {
    place = found;
    for (const [id, { sender, known, cameMs }] of guests) {
      guests.set(id, { sender, known: null, cameMs });
      found.enter(id, sender, { known, agoMs: nowMs() - cameMs });
    }
    for (const question of waiting) put(question, found);
  }

  function end(reason: GoneReason): void {
    isOver = true;
    holder.showOut('everybody', reason);
  }

  function carrierOf(mine: number): Carrier {
    const whileCurrent =
      <Values extends unknown[]>(work: (...values: Values) => void) =>
      (...values: Values): void => {
        if (mine === turn) work(...values);
      };
    return {
      toAudience: whileCurrent(holder.toAudience),
      toGuest: whileCurrent(holder.toGuest),
      showOut: whileCurrent((who, reason) => {
        if (reason === 'restarting') lose();
        else holder.showOut(who, reason);
      }),
    };
  }

  /**
   * A yes that another server gave in the meantime is as good: it stands in the same journal. Its no is not: it may have
   * let go of the class, and whoever plays it now has yet to say.
   */
  function put(question: Question, to: Classroom): void {
    to.ask(question.guest, question.asked, (answer) => {
      if (!answer.ok && to !== place) return;
      if (waiting.delete(question)) question.acknowledge(answer);
    });
  }

  void find();
  return {
    session,
    enter: (guest, sender, arrival) => {
      if (isOver) {
        holder.showOut(guest, 'restarting');
        return;
      }
      const cameMs = nowMs() - arrival.agoMs;
      guests.set(guest, { sender, known: place === null ? arrival.known : null, cameMs });
      place?.enter(guest, sender, arrival);
    },
    leave: (guest) => {
      guests.delete(guest);
      for (const question of waiting) if (question.guest === guest) waiting.delete(question);
      place?.leave(guest);
    },
    catchUp: (guest, known) => place?.catchUp(guest, known),
    ask: (guest, asked, acknowledge) => {
      const question = { guest, asked, acknowledge };
      waiting.add(question);
      if (place !== null) put(question, place);
    },
    dismiss: () => {
      isOver = true;
      turn += 1;
      place?.dismiss();
      place = null;
    },
    seekAgain: () => {
      if (place !== null) lose();
    },
  };
}
