import type { SessionEvent } from '../../shared/session/events.ts';
import type { SeatNumber } from '../../shared/session/ids.ts';
import { createAudience, type Audience, type Known } from './audience.ts';
import {
  SCREEN_EDITION,
  STUDENT_EDITION,
  TEACHER_EDITION,
  type AudienceName,
  type Packet,
} from './packets.ts';
import { ROOM_LIMITS } from './room-limits.ts';
import { createSeatPost } from './seat-post.ts';
import { readClock, type Standing } from './standing.ts';
import { isUrgent } from './urgency.ts';

/** Whoever carries packets out of a room. */
export type Outlet = {
  readonly toAudience: (audience: AudienceName, packet: Packet) => void;
  readonly toSeat: (seat: SeatNumber, packet: Packet) => void;
};

/** Tells a class what happened: steps at once, nudges merged, and something every two seconds at least. */
export type Publisher = {
  /** Facts that are on disk, and where they lead. */
  readonly happened: (events: readonly SessionEvent[], standing: Standing, nowMs: number) => void;
  /** Shows a standing now although no fact led there. */
  readonly show: (standing: Standing, nowMs: number) => void;
  readonly beat: (standing: Standing, nowMs: number) => void;
  readonly catchUp: (
    audience: AudienceName,
    known: Known,
    standing: Standing,
    nowMs: number,
  ) => readonly Packet[];
  /** What concerns a seat alone, as it is now, for whoever comes to hold it; null for a seat that never was. */
  readonly seatPacket: (seat: SeatNumber, standing: Standing) => Packet | null;
};

export function createPublisher(epoch: number, start: Standing, outlet: Outlet): Publisher {
  const audiences: Readonly<Record<AudienceName, Audience>> = {
    student: createAudience(STUDENT_EDITION, epoch, start),
    screen: createAudience(SCREEN_EDITION, epoch, start),
    teacher: createAudience(TEACHER_EDITION, epoch, start),
  };
  const lastSentMs: Record<AudienceName, number> = {
    student: -Infinity,
    screen: -Infinity,
    teacher: -Infinity,
  };
  const seats = createSeatPost(epoch);
  let pending = false;
  let publishedMs = -Infinity;

  function send(name: AudienceName, packet: Packet, nowMs: number): void {
    lastSentMs[name] = nowMs;
    outlet.toAudience(name, packet);
  }

  /** With `clockChanged`, those for whom nothing else changed hear of the clock. */
  function publish(standing: Standing, nowMs: number, clockChanged: boolean): void {
    pending = false;
    publishedMs = nowMs;
    const clock = readClock(standing, nowMs);
    for (const name of AUDIENCES) {
      const frame = audiences[name].move(standing, clock);
      if (frame !== null) send(name, frame, nowMs);
      else if (clockChanged) send(name, audiences[name].tick(clock), nowMs);
    }
    for (const { seat, packet } of seats.collectAll(standing)) outlet.toSeat(seat, packet);
  }

  const isDue = (nowMs: number): boolean => pending && nowMs - publishedMs >= ROOM_LIMITS.publishEveryMs;

  return {
    happened: (events, standing, nowMs) => {
      seats.note(events, standing);
      pending = true;
      const urgent = events.filter(isUrgent);
      if (urgent.length > 0) {
        publish(
          standing,
          nowMs,
          urgent.some((event) => event.type === 'clock-set'),
        );
        return;
      }
      for (const { seat, packet } of seats.collectNamed(standing)) outlet.toSeat(seat, packet);
      if (isDue(nowMs)) publish(standing, nowMs, false);
    },
    show: (standing, nowMs) => publish(standing, nowMs, true),
    beat: (standing, nowMs) => {
      if (isDue(nowMs)) publish(standing, nowMs, false);
      for (const name of AUDIENCES) {
        if (nowMs - lastSentMs[name] < ROOM_LIMITS.keepAliveMs) continue;
        send(name, audiences[name].tick(readClock(standing, nowMs)), nowMs);
      }
    },
    catchUp: (name, known, standing, nowMs) => audiences[name].catchUp(known, readClock(standing, nowMs)),
    seatPacket: (seat, standing) => seats.forHolder(standing, seat),
  };
}

const AUDIENCES: readonly AudienceName[] = ['student', 'screen', 'teacher'];
