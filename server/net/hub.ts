import type { Actor } from '../../shared/session/commands.ts';
import type { SeatNumber } from '../../shared/session/ids.ts';
import type { GoneReason } from '../../shared/wire/down.ts';
import type { ServerClock } from '../clock.ts';
import type { Known } from '../room/audience.ts';
import type { AudienceName, Packet } from '../room/packets.ts';
import type { Room, RoomListener } from '../room/room.ts';
import { createAnswered, type Answered } from './answered.ts';
import { createBuckets, type Buckets } from './bucket.ts';
import type { Line } from './line.ts';
import { NET_LIMITS } from './limits.ts';

/** Everybody who is connected to one class. */
export type Hub = RoomListener & {
  readonly room: Room;
  readonly answered: Answered;
  readonly intents: Buckets<SeatNumber>;
  readonly renames: Buckets<SeatNumber>;
  /** Lets a line in with all it has missed. The newest line of a seat holds it; the one before is told. */
  readonly enter: (line: Line, known: Known) => void;
  /** Sends a line everything, as it is now. */
  readonly catchUp: (line: Line, known: Known) => void;
  readonly leave: (line: Line) => void;
  readonly beat: () => void;
  readonly closeAll: (reason: GoneReason) => void;
};

const ROOM_ITSELF: Actor = { role: 'room' };

/** `broadcast` carries one packet to everybody in an audience's channel. */
export function createHub(
  room: Room,
  clock: ServerClock,
  broadcast: (audience: AudienceName, packet: Packet) => void,
): Hub {
  const lines = new Set<Line>();
  const holders = new Map<SeatNumber, Line>();
  let teacherLeftMs: number | null = null;

  const of = (audience: AudienceName): readonly Line[] =>
    [...lines].filter((line) => line.audience === audience);

  function catchUp(line: Line, known: Known): void {
    for (const packet of room.catchUp(line.audience, known)) line.send(packet);
    const own = line.sender.role === 'student' ? room.seatPacket(line.sender.seat) : null;
    if (own !== null) line.send(own);
  }

  function takeSeat(line: Line, seat: SeatNumber): void {
    const before = holders.get(seat);
    holders.set(seat, line);
    before?.close('opened-elsewhere');
    if (before === undefined) void room.submit(ROOM_ITSELF, { kind: 'seat-connected', seat });
  }

  function closeAll(reason: GoneReason): void {
    for (const line of lines) line.close(reason);
  }

  const hub: Hub = {
    room,
    answered: createAnswered(),
    intents: createBuckets(NET_LIMITS.studentIntents, clock),
    renames: createBuckets(NET_LIMITS.renames, clock),
    catchUp,
    closeAll,
    enter: (line, known) => {
      lines.add(line);
      catchUp(line, known);
      if (line.sender.role === 'student') takeSeat(line, line.sender.seat);
      if (line.sender.role === 'teacher') {
        teacherLeftMs = null;
        void room.submit(ROOM_ITSELF, { kind: 'teacher-connected' });
      }
    },
    leave: (line) => {
      if (!lines.delete(line)) return;
      if (line.sender.role === 'teacher' && of('teacher').length === 0) teacherLeftMs = clock.nowMs();
      if (line.sender.role !== 'student' || holders.get(line.sender.seat) !== line) return;
      holders.delete(line.sender.seat);
      void room.submit(ROOM_ITSELF, { kind: 'seat-disconnected', seat: line.sender.seat });
    },
    beat: () => {
      for (const line of lines) line.beat();
      hub.intents.forgetFull();
      hub.renames.forgetFull();
      if (teacherLeftMs === null || clock.nowMs() - teacherLeftMs < NET_LIMITS.teacherReloadMs) return;
      teacherLeftMs = null;
      void room.submit(ROOM_ITSELF, { kind: 'teacher-disconnected' });
    },
    toAudience: (audience, packet) => {
      for (const line of lines) if (line.audience === audience) line.beforeState();
      broadcast(audience, packet);
    },
    toSeat: (seat, packet) => holders.get(seat)?.send(packet),
    gone: (who, reason) => {
      // Answers that are on their way go first: whoever leaves is told that it was done.
      setImmediate(() => {
        if (who === 'everybody') closeAll(reason);
        else holders.get(who)?.close(reason);
      });
    },
  };
  room.listen(hub);
  return hub;
}
