import type { SeatNumber, SessionId } from '../../shared/session/ids.ts';
import type { GoneReason } from '../../shared/wire/down.ts';
import type { ServerClock } from '../clock.ts';
import { INTAKE } from '../limits.ts';
import type { Acknowledge, Arrival, Asked, Classroom, GuestId } from '../room/classroom.ts';
import type { AudienceName, Packet } from '../room/packets.ts';
import type { Holder } from '../room/places.ts';
import { createBuckets, type Buckets } from './bucket.ts';
import type { Line } from './line.ts';

/** Everybody of one class whose connection this server holds. */
export type Hub = {
  readonly session: SessionId;
  readonly intents: Buckets<SeatNumber>;
  readonly renames: Buckets<SeatNumber>;
  readonly enter: (line: Line, arrival: Arrival) => void;
  readonly leave: (line: Line) => void;
  readonly ask: (line: Line, asked: Asked, acknowledge: Acknowledge) => void;
  /** Sends a line everything, as it is now. */
  readonly catchUp: (line: Line) => void;
  readonly beat: () => void;
  readonly isEmpty: () => boolean;
  readonly closeAll: (reason: GoneReason) => void;
  /** Nobody is left here. */
  readonly close: () => void;
};

export type HubDeps = {
  readonly session: SessionId;
  readonly clock: ServerClock;
  /** Carries one packet to everybody in an audience's channel. */
  readonly broadcast: (audience: AudienceName, packet: Packet) => void;
  readonly classroom: (holder: Holder) => Classroom | null;
};

/** Null where the class is played no more. */
export function createHub({ session, clock, broadcast, classroom: open }: HubDeps): Hub | null {
  const lines = new Map<GuestId, Line>();
  const intents = createBuckets<SeatNumber>(INTAKE.studentIntent.perSeat, clock);
  const renames = createBuckets<SeatNumber>(INTAKE.rename.perSeat, clock);

  function closeAll(reason: GoneReason): void {
    for (const line of lines.values()) line.close(reason);
  }

  const classroom = open({
    toAudience: (audience, packet) => {
      for (const line of lines.values()) if (line.sender.role === audience) line.beforeState();
      broadcast(audience, packet);
    },
    toGuest: (guest, packet) => lines.get(guest)?.send(packet),
    showOut: (who, reason) => {
      if (who === 'everybody') closeAll(reason);
      else lines.get(who)?.close(reason);
    },
    classLeft: () => {
      for (const line of lines.values()) line.classLeft();
    },
  });
  if (classroom === null) return null;

  return {
    session,
    intents,
    renames,
    enter: (line, arrival) => {
      lines.set(line.id, line);
      classroom.enter(line.id, line.sender, arrival);
    },
    leave: (line) => {
      if (lines.delete(line.id)) classroom.leave(line.id);
    },
    ask: (line, asked, acknowledge) => classroom.ask(line.id, asked, acknowledge),
    catchUp: (line) => classroom.catchUp(line.id, null),
    beat: () => {
      for (const line of lines.values()) line.beat();
      intents.forgetFull();
      renames.forgetFull();
    },
    isEmpty: () => lines.size === 0,
    closeAll,
    close: classroom.dismiss,
  };
}
