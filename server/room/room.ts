import type { Logger } from 'pino';
import type { Actor, Command } from '../../shared/session/commands.ts';
import type { SessionEvent } from '../../shared/session/events.ts';
import type { SeatNumber, SessionId } from '../../shared/session/ids.ts';
import { refusal } from '../../shared/session/refusals.ts';
import type { Roster } from '../../shared/session/roster.ts';
import type { GoneReason } from '../../shared/wire/down.ts';
import type { ServerClock } from '../clock.ts';
import { JournalError } from '../journal/journal.ts';
import { createAbsences } from './absences.ts';
import type { Known } from './audience.ts';
import { waitsForTheDisk, type Answer, type Entry } from './entry.ts';
import { createLedger } from './ledger.ts';
import { askOfClock } from './pacer.ts';
import type { AudienceName, Packet } from './packets.ts';
import { createPublisher, type Outlet } from './publisher.ts';
import type { Store } from './save.ts';
import { waitingPacket } from './seat-post.ts';
import { createStallWatch } from './stall-watch.ts';
import type { Standing } from './standing.ts';

/** One class session while it lives in this process: its single writer. */
export type Room = {
  readonly session: SessionId;
  readonly epoch: number;
  /** `moved`: another server plays the class now, or this one has to open it anew. */
  readonly life: () => 'open' | 'closing' | 'set-aside' | 'moved';
  /** What is on disk: the class as everybody has been, or is just being, told. */
  readonly standing: () => Standing;
  /** Asks for something. The answer comes when it is on disk, or with the reason why it will not be. */
  readonly submit: (actor: Actor, command: Command) => Promise<Answer>;
  /** The same for whoever must have the answer before anything that follows from it. */
  readonly ask: (actor: Actor, command: Command, answered: (answer: Answer) => void) => void;
  /** What somebody who knows this much has to be sent. */
  readonly catchUp: (audience: AudienceName, known: Known) => readonly Packet[];
  /** The same of its seat alone, for whoever comes to hold that. */
  readonly seatPacket: (seat: SeatNumber) => Packet | null;
  /** All that somebody is told who waits to be let in; null for any other seat. */
  readonly waitingPacket: (seat: SeatNumber) => Packet | null;
  readonly listen: (listener: RoomListener) => void;
  /** Puts a roster in place that the catalogue has already kept. */
  readonly replaceRoster: (roster: Roster) => void;
  /** Looks at every clock. Called about twenty times a second. */
  readonly beat: () => void;
  /** Takes nothing in any more and finishes what it has. */
  readonly close: () => Promise<void>;
  /** Lets go of a class that is no longer this room's to write: everybody is sent to whoever plays it now. */
  readonly lose: () => void;
  /** Shows everybody the door of a class that has ended, and closes. */
  readonly dismiss: () => Promise<void>;
};

/** Whoever carries a room's packets, and shows people the door. */
export type RoomListener = Outlet & {
  readonly gone: (who: SeatNumber | 'everybody', reason: GoneReason) => void;
  readonly beat: () => void;
};

export type RoomDeps = {
  readonly store: Store;
  readonly clock: ServerClock;
  readonly log: Logger;
  /** Told of facts once they are filed: what has to be done outside the room because of them. */
  readonly filed: (events: readonly SessionEvent[], room: Room) => void;
};

const ROOM_ITSELF: Actor = { role: 'room' };

/** Whether its class has not ended. */
export function isPlaying(room: Room): boolean {
  return room.standing().state.activity.kind !== 'ended';
}

export function createRoom(deps: RoomDeps, start: Standing): Room {
  const { store, clock, log } = deps;
  const listeners = new Set<RoomListener>();
  const publisher = createPublisher(store.epoch, start, {
    toAudience: (audience, packet) => listeners.forEach((listener) => listener.toAudience(audience, packet)),
    toSeat: (seat, packet) => listeners.forEach((listener) => listener.toSeat(seat, packet)),
  });
  const absences = createAbsences();
  const stalls = createStallWatch(clock);
  let life: ReturnType<Room['life']> = 'open';
  let askingForClock = false;

  const ledger = createLedger(store, clock, start, {
    filed: (events) => {
      publisher.happened(events, ledger.shown(), clock.nowMs());
      for (const event of events) showTheDoor(event);
      deps.filed(events, room);
    },
    shownChanged: () => publisher.show(ledger.shown(), clock.nowMs()),
    failed: (error) => (isLost(error) ? lose() : setAside(error)),
    aboutToDecide: noticeStall,
  });

  const room: Room = {
    session: store.session,
    epoch: store.epoch,
    life: () => life,
    standing: ledger.standing,
    submit,
    ask,
    catchUp: (audience, known) => publisher.catchUp(audience, known, ledger.shown(), clock.nowMs()),
    seatPacket: (seat) => publisher.seatPacket(seat, ledger.shown()),
    waitingPacket: (seat) => waitingPacket(ledger.shown(), store.epoch, seat),
    listen: (listener) => listeners.add(listener),
    replaceRoster: ledger.replaceRoster,
    beat,
    close,
    lose,
    dismiss: async () => {
      for (const listener of listeners) listener.gone('everybody', 'ended');
      await close();
    },
  };
  return room;

  async function close(): Promise<void> {
    if (life === 'open') life = 'closing';
    await ledger.finish();
  }

  function submit(actor: Actor, command: Command): Promise<Answer> {
    return new Promise((answered) => ask(actor, command, answered));
  }

  function ask(actor: Actor, command: Command, answer: Entry['answer']): void {
    const entry: Entry = { actor, command, answer };
    const refused = life === 'open' ? ledger.add(entry) : refusalOf(entry);
    if (refused !== null) answer({ ok: false, refusal: refused });
  }

  /** What is sent to a room that is closing stays in its sender's outbox, for the room that opens next. */
  function refusalOf(entry: Entry): ReturnType<typeof refusal> | null {
    if (life === 'set-aside') return refusal('not-now');
    if (life === 'moved') return refusal('saving');
    return waitsForTheDisk(entry) ? null : refusal('saving');
  }

  function beat(): void {
    if (life !== 'open') return;
    try {
      noticeStall();
      const nowMs = clock.nowMs();
      ledger.beat(nowMs);
      if (!ledger.isSaving()) askItself(nowMs);
      publisher.beat(ledger.shown(), nowMs);
      for (const listener of listeners) listener.beat();
    } catch (error) {
      setAside(error);
    }
  }

  function askItself(nowMs: number): void {
    const standing = ledger.standing();
    const command = askingForClock ? null : askOfClock(standing, nowMs);
    if (command !== null) void askOnce(command);
    for (const seat of absences.over(standing.state, nowMs)) {
      void submit(ROOM_ITSELF, { kind: 'absence-grace-over', seat });
    }
  }

  /** One question about the clock at a time: the next beat comes long before a slow disk's answer. */
  async function askOnce(command: Command): Promise<void> {
    askingForClock = true;
    await submit(ROOM_ITSELF, command);
    askingForClock = false;
  }

  function noticeStall(): void {
    const stall = stalls.notice();
    if (stall === null) return;
    log.warn(
      { session: store.session, stallMs: Math.round(stall.ms), slept: stall.slept },
      'the server stood still',
    );
    ledger.lose(stall.ms);
    if (stall.slept && ledger.standing().state.activity.kind === 'stage') {
      void submit(ROOM_ITSELF, { kind: 'server-slept' });
    }
  }

  function showTheDoor(event: SessionEvent): void {
    switch (event.type) {
      case 'seat-removed':
        return showOut(event.seat, 'removed');
      case 'seat-left':
        return showOut(event.seat, 'left');
      // It comes back by itself, and in at another seat.
      case 'seat-reclaimed':
        return showOut(event.by, 'restarting');
      default:
        return;
    }
  }

  function showOut(seat: SeatNumber, reason: GoneReason): void {
    for (const listener of listeners) listener.gone(seat, reason);
  }

  function lose(): void {
    if (life === 'moved') return;
    life = 'moved';
    log.warn({ session: store.session, version: ledger.standing().version }, 'room lost to another server');
    ledger.giveUp(refusal('saving'));
    for (const listener of listeners) listener.gone('everybody', 'restarting');
  }

  /** A bug in one class must not end the others (faults.md, S14). Its recording stays; its people are told. */
  function setAside(error: unknown): void {
    if (life === 'set-aside' || life === 'moved') return;
    life = 'set-aside';
    log.error({ session: store.session, version: ledger.standing().version, err: error }, 'room set aside');
    ledger.giveUp(refusal('not-now'));
    for (const listener of listeners) listener.gone('everybody', 'room-set-aside');
  }
}

/** The store works, and says that what this room believes is not what stands in it. */
function isLost(error: unknown): boolean {
  return error instanceof JournalError && (error.reason === 'fenced' || error.reason === 'out-of-step');
}
