import type { Logger } from 'pino';
import type { Actor } from '../../shared/session/commands.ts';
import type { SeatNumber } from '../../shared/session/ids.ts';
import { keyTo } from '../../shared/session/newcomers.ts';
import { refusal } from '../../shared/session/refusals.ts';
import type { Acknowledgement, GoneReason } from '../../shared/wire/down.ts';
import type { ServerClock } from '../clock.ts';
import { createAnswered } from './answered.ts';
import type { Known } from './audience.ts';
import type { Acknowledge, Arrival, Asked, Carrier, Classroom, GuestId, Sender } from './classroom.ts';
import type { CompleteIntent, Completed } from './complete-intent.ts';
import { createDials } from './dials.ts';
import type { Answer } from './entry.ts';
import type { AudienceName } from './packets.ts';
import type { Room } from './room.ts';
import { ROOM_LIMITS } from './room-limits.ts';

export type AttendanceDeps = {
  readonly clock: ServerClock;
  readonly log: Logger;
  readonly completeIntent: CompleteIntent;
};

/** Who is in a class just now, over whichever server. */
export type Attendance = {
  /** The class for somebody who holds sockets of it. */
  readonly through: (carrier: Carrier) => Classroom;
};

type Guest = { readonly sender: Sender; readonly carrier: Carrier; readonly cameMs: number };

const ROOM_ITSELF: Actor = { role: 'room' };

export function createAttendance(room: Room, { clock, log, completeIntent }: AttendanceDeps): Attendance {
  const guests = new Map<GuestId, Guest>();
  const holders = new Map<SeatNumber, GuestId>();
  /** Guests who wait to be let in, and when they were last told so. */
  const waiting = new Map<GuestId, number>();
  const answered = createAnswered();
  const dials = createDials();
  let teacherLeftMs: number | null = null;

  room.listen({
    toAudience: (audience, packet) => {
      for (const carrier of carriersOf(audience)) carrier.toAudience(audience, packet);
    },
    toSeat: (seat, packet) => {
      const holder = holders.get(seat);
      if (holder === undefined) return;
      // What concerns a seat alone is sent once it is in: whoever waited gets the class with it.
      if (waiting.delete(holder)) catchUp(holder, null);
      else guests.get(holder)?.carrier.toGuest(holder, packet);
    },
    gone: (who, reason) => {
      // Answers that are on their way go first: whoever leaves is told that it was done.
      setImmediate(() => {
        if (who === 'everybody') everybodyOut(reason);
        else showOut(holders.get(who), reason);
      });
    },
    beat: () => {
      keepWaiting();
      if (teacherLeftMs === null || clock.nowMs() - teacherLeftMs < ROOM_LIMITS.teacherReloadMs) return;
      teacherLeftMs = null;
      void room.submit(ROOM_ITSELF, { kind: 'teacher-disconnected' });
    },
  });

  function carriersOf(audience: AudienceName): ReadonlySet<Carrier> {
    const carriers = new Set<Carrier>();
    for (const { sender, carrier } of guests.values()) if (sender.role === audience) carriers.add(carrier);
    return carriers;
  }

  function everybodyOut(reason: GoneReason): void {
    for (const carrier of new Set([...guests.values()].map((guest) => guest.carrier))) {
      carrier.showOut('everybody', reason);
    }
  }

  function showOut(guest: GuestId | undefined, reason: GoneReason): void {
    if (guest !== undefined) guests.get(guest)?.carrier.showOut(guest, reason);
  }

  function keepWaiting(): void {
    const longAgoMs = clock.nowMs() - ROOM_LIMITS.keepAliveMs;
    for (const [guest, toldMs] of waiting) if (toldMs <= longAgoMs) tellToWait(guest);
  }

  function tellToWait(id: GuestId): void {
    const guest = guests.get(id);
    const packet = guest?.sender.role === 'student' ? room.waitingPacket(guest.sender.seat) : null;
    if (guest === undefined || packet === null) return;
    waiting.set(id, clock.nowMs());
    guest.carrier.toGuest(id, packet);
  }

  function enter(guest: GuestId, holder: Sender, carrier: Carrier, { known, agoMs }: Arrival): void {
    const sender = asItsSeat(room, holder);
    const cameMs = clock.nowMs() - agoMs;
    const reason =
      sender === null ? 'unknown-token' : (whyNotIn(room, sender) ?? whyTooLate(guest, sender, cameMs));
    if (sender === null || reason !== null) {
      carrier.showOut(guest, reason ?? 'unknown-token');
      return;
    }
    guests.set(guest, { sender, carrier, cameMs });
    if (isWaiting(room, sender)) tellToWait(guest);
    else tellAll(guest, known);
    if (sender.role === 'student') takeSeat(guest, sender.seat);
    if (sender.role === 'teacher') {
      teacherLeftMs = null;
      void room.submit(ROOM_ITSELF, { kind: 'teacher-connected' });
    }
  }

  /**
   * Half a connection may be let in late, or by another server, after the seat's newer one: that one stays. A page counts its own
   * connections; of two pages nobody knows more than when they came.
   */
  function whyTooLate(guest: GuestId, sender: Sender, cameMs: number): GoneReason | null {
    if (sender.role !== 'student') return null;
    if (!dials.come(sender)) return 'opened-elsewhere';
    const holder = holders.get(sender.seat);
    const before = holder === undefined || holder === guest ? undefined : guests.get(holder);
    if (before?.sender.role !== 'student') return null;
    const { instance, dial } = before.sender;
    if (instance === sender.instance && dial < sender.dial) return null;
    return before.cameMs - cameMs > ROOM_LIMITS.clearlyNewerMs ? 'opened-elsewhere' : null;
  }

  /** The newest connection of a seat holds it; the one before is told. */
  function takeSeat(guest: GuestId, seat: SeatNumber): void {
    const before = holders.get(seat);
    holders.set(seat, guest);
    if (before === undefined) void room.submit(ROOM_ITSELF, { kind: 'seat-connected', seat });
    else if (before !== guest) showOut(before, 'opened-elsewhere');
  }

  function catchUp(id: GuestId, known: Known): void {
    const sender = guests.get(id)?.sender;
    // Whoever held the seat before is on its way out, and what it is told must not count as told to the holder.
    if (sender?.role === 'student' && holders.get(sender.seat) !== id) return;
    if (waiting.has(id)) tellToWait(id);
    else tellAll(id, known);
  }

  function tellAll(id: GuestId, known: Known): void {
    const guest = guests.get(id);
    if (guest === undefined) return;
    const { sender, carrier } = guest;
    for (const packet of room.catchUp(sender.role, known)) carrier.toGuest(id, packet);
    const own = sender.role === 'student' ? room.seatPacket(sender.seat) : null;
    if (own !== null) carrier.toGuest(id, own);
  }

  function leave(id: GuestId): void {
    const sender = guests.get(id)?.sender;
    if (sender === undefined) return;
    guests.delete(id);
    waiting.delete(id);
    if (sender.role === 'teacher' && !hasTeacher()) teacherLeftMs = clock.nowMs();
    if (sender.role !== 'student' || holders.get(sender.seat) !== id) return;
    holders.delete(sender.seat);
    void room.submit(ROOM_ITSELF, { kind: 'seat-disconnected', seat: sender.seat });
  }

  function hasTeacher(): boolean {
    return [...guests.values()].some(({ sender }) => sender.role === 'teacher');
  }

  /** A student's repeats are known by the class's facts; a teacher's, who may have several devices, are kept here. */
  async function ask(id: GuestId, asked: Asked, acknowledge: Acknowledge): Promise<void> {
    const sender = guests.get(id)?.sender;
    if (sender === undefined) return acknowledge({ ok: false, refusal: refusal('not-now') });
    if (sender.role !== 'teacher') return submit(sender, asked, acknowledge);
    const once = () => new Promise<Acknowledgement>((done) => submit(sender, asked, done));
    acknowledge(await answered.once(sender.instance, asked.seq, once));
  }

  /** A door where bugs are caught: a throw in a socket's handler would end the process, and every class with it. */
  function submit(sender: Sender, { seq, intent }: Asked, acknowledge: Acknowledge): void {
    const fail = (error: unknown): void => {
      log.error({ session: room.session, kind: intent.kind, err: error }, 'intent failed');
      acknowledge({ ok: false, refusal: refusal('not-now') });
    };
    const give = (completed: Completed): void => {
      if (!completed.ok) acknowledge(completed);
      else room.ask(actorOf(sender, seq), completed.command, (answer) => acknowledge(withoutFacts(answer)));
    };
    try {
      const completed = completeIntent(room, intent);
      // Only what must wait for the catalogue is waited for: everything else keeps the order it was sent in.
      if (completed instanceof Promise) void completed.then(give).catch(fail);
      else give(completed);
    } catch (error) {
      fail(error);
    }
  }

  return {
    through: (carrier) => ({
      session: room.session,
      enter: (guest, sender, arrival) => enter(guest, sender, carrier, arrival),
      leave,
      catchUp,
      ask: (guest, asked, acknowledge) => void ask(guest, asked, acknowledge),
      dismiss: () => {
        for (const [guest, { carrier: brought }] of guests) if (brought === carrier) leave(guest);
      },
    }),
  };
}

/** What keeps the holder of a good token out. */
function whyNotIn(room: Room, sender: Sender): GoneReason | null {
  switch (room.life()) {
    case 'set-aside':
      return 'room-set-aside';
    case 'closing':
    case 'moved':
      return 'restarting';
    case 'open':
      return sender.role === 'student' ? whyNotSeated(room, sender.seat) : null;
  }
}

function whyNotSeated(room: Room, number: SeatNumber): GoneReason | null {
  switch (room.standing().state.seats.get(number)?.membership) {
    case 'seated':
    case 'waiting':
      return null;
    case 'removed':
    case 'turned-away':
      return 'removed';
    case 'left':
      return 'left';
    case undefined:
      return 'unknown-token';
  }
}

/** A key may open another seat than it was made for, and then that seat's own opens nothing any more: null. */
function asItsSeat(room: Room, sender: Sender): Sender | null {
  if (sender.role !== 'student') return sender;
  const { state } = room.standing();
  const seat = state.seats.get(sender.seat)?.became ?? sender.seat;
  return keyTo(state, seat) === sender.seat ? { ...sender, seat } : null;
}

function isWaiting(room: Room, sender: Sender): boolean {
  if (sender.role !== 'student') return false;
  return room.standing().state.seats.get(sender.seat)?.membership === 'waiting';
}

/** The sender's name, stamped from the connection: what a message says of its sender counts for nothing. */
function actorOf(sender: Sender, seq: number): Actor {
  switch (sender.role) {
    case 'student':
      return { role: 'student', seat: sender.seat, intent: { instance: sender.instance, seq } };
    case 'teacher':
      return { role: 'teacher' };
    case 'screen':
      return { role: 'screen' };
  }
}

/** Facts are for the room; a page is told their version. */
function withoutFacts(answer: Answer): Acknowledgement {
  return answer.ok ? { ok: true, epoch: answer.epoch, version: answer.version } : answer;
}
