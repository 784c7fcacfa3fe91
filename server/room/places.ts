import type { SessionId } from '../../shared/session/ids.ts';
import type { GoneReason } from '../../shared/wire/down.ts';
import type { Catalogue, SessionRecord } from '../journal/catalogue.ts';
import { createAttendance, type Attendance, type AttendanceDeps } from './attendance.ts';
import type { Carrier, Classroom } from './classroom.ts';
import type { Registry } from './registry.ts';
import type { Room } from './room.ts';

/** Whoever holds sockets of a class that may move from one server to another under them. */
export type Holder = Carrier & {
  /** It has left its server: what is said to everybody goes on from what nobody here has, until each is told all of it again. */
  readonly classLeft: () => void;
};

/** Where classes are played, for those who hold sockets. */
export type Places = {
  /** Why nobody can enter a class; null where it is played. Rejects with a `JournalError`. */
  readonly whyClosed: (session: SessionId) => Promise<GoneReason | null>;
  /** The class, for somebody who holds sockets of it; null where it is played no more. */
  readonly classroom: (session: SessionId, holder: Holder) => Classroom | null;
};

/** Where classes stay on one server, also for the others that come for them. */
export type PlacesHere = Places & {
  readonly classroom: (session: SessionId, carrier: Carrier) => Classroom | null;
};

export type PlacesDeps = AttendanceDeps & {
  readonly rooms: Pick<Registry, 'find' | 'adopt' | 'isBroken'>;
  readonly catalogue: Pick<Catalogue, 'session'>;
};

/** The places of a server that plays all classes itself. */
export function createPlaces(deps: PlacesDeps): PlacesHere {
  const { rooms, catalogue } = deps;
  const attendances = new WeakMap<Room, Attendance>();

  function attendanceOf(room: Room): Attendance {
    const attendance = attendances.get(room) ?? createAttendance(room, deps);
    attendances.set(room, attendance);
    return attendance;
  }

  return {
    whyClosed: async (session) => {
      if (rooms.find(session) !== undefined) return null;
      const reason = whyNotPlayed(await catalogue.session(session));
      if (reason !== null) return reason;
      // The store did not give it when the server began: it may by now.
      return rooms.isBroken(session) ? 'room-set-aside' : adopt(rooms, session);
    },
    classroom: (session, carrier) => {
      const room = rooms.find(session);
      return room === undefined ? null : attendanceOf(room).through(carrier);
    },
  };
}

/** What the catalogue says against playing a class; null where it goes on. */
export function whyNotPlayed(record: SessionRecord | null): GoneReason | null {
  if (record?.state === 'damaged') return 'room-set-aside';
  return record?.state === 'open' ? null : 'ended';
}

/** Opens a class that is this server's to play. Answers why it is not played even so, or null. */
export async function adopt(
  rooms: Pick<Registry, 'find' | 'adopt' | 'isBroken'>,
  session: SessionId,
): Promise<GoneReason | null> {
  await rooms.adopt(session);
  if (rooms.find(session) !== undefined) return null;
  return rooms.isBroken(session) ? 'room-set-aside' : 'ended';
}
