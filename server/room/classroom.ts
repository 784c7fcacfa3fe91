import type { SeatNumber, SessionId } from '../../shared/session/ids.ts';
import type { Acknowledgement, GoneReason } from '../../shared/wire/down.ts';
import type { StudentIntent } from '../../shared/wire/student-intents.ts';
import type { TeacherIntent } from '../../shared/wire/teacher-intents.ts';
import type { Known } from './audience.ts';
import type { AudienceName, Packet } from './packets.ts';

/** Who holds a connection, as its handshake proved. */
export type Sender =
  /** `dial`: which of its page's connections, 0 where the page does not say. */
  | {
      readonly role: 'student';
      readonly seat: SeatNumber;
      readonly instance: string;
      readonly dial: number;
    }
  | { readonly role: 'teacher'; readonly instance: string }
  | { readonly role: 'screen'; readonly instance: string };

/** What a guest has already, and how long ago it came to the server that holds its socket. */
export type Arrival = { readonly known: Known; readonly agoMs: number };

/** Names one connection among those of all servers. */
export type GuestId = string;

export type Intent = StudentIntent | TeacherIntent;

/** What a page sent, read and let through. Sent again it has the same number. */
export type Asked = { readonly seq: number; readonly intent: Intent };

export type Acknowledge = (acknowledgement: Acknowledgement) => void;

/** A class as those see it who hold its people's sockets. What it says comes through their `Carrier`. */
export type Classroom = {
  readonly session: SessionId;
  /** Lets a guest in with all it has missed, or shows it out with the reason. */
  readonly enter: (guest: GuestId, sender: Sender, arrival: Arrival) => void;
  readonly leave: (guest: GuestId) => void;
  /** Sends a guest everything, as it is now. */
  readonly catchUp: (guest: GuestId, known: Known) => void;
  readonly ask: (guest: GuestId, asked: Asked, acknowledge: Acknowledge) => void;
  /** Whoever holds the sockets is gone, with everybody it brought. */
  readonly dismiss: () => void;
};

/** Whoever holds sockets of a class, and carries to them what it says. */
export type Carrier = {
  readonly toAudience: (audience: AudienceName, packet: Packet) => void;
  readonly toGuest: (guest: GuestId, packet: Packet) => void;
  readonly showOut: (who: GuestId | 'everybody', reason: GoneReason) => void;
};
