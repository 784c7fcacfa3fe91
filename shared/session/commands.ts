import type { StudentIntent } from '../wire/student-intents.ts';
import type { TeacherIntent } from '../wire/teacher-intents.ts';
import type { BotStrategy, IntentId, SessionEvent } from './events.ts';
import type { SeatNumber } from './ids.ts';
import type { HoldReason } from './hold-reason.ts';
import type { Refusal } from './refusals.ts';
import type { RosterName } from './roster.ts';

/** Who asks. The shell stamps it from the connection; nothing a client says of itself counts. */
export type Actor =
  | { readonly role: 'student'; readonly seat: SeatNumber; readonly intent: IntentId }
  | { readonly role: 'teacher' }
  | { readonly role: 'screen' }
  /** Somebody with the code and no seat yet. */
  | { readonly role: 'newcomer' }
  /** The room itself: its clocks and connections. */
  | { readonly role: 'room' };

export type Role = Actor['role'];

/** Commands whose wire form needs something only the shell can add: chance, or a name that was checked. */
type Completed =
  | { readonly kind: 'rename'; readonly name: RosterName }
  | { readonly kind: 'rename-seat'; readonly seat: number; readonly name: RosterName }
  | { readonly kind: 'new-code'; readonly code: string }
  | {
      readonly kind: 'fill-with-bots';
      readonly bots: readonly { readonly name: RosterName; readonly bot: BotStrategy }[];
    };

/** What only the shell asks. */
type FromTheShell =
  | {
      readonly kind: 'join';
      readonly name: RosterName;
      /** Waits whatever the setting says: somebody was sent away from the same device. */
      readonly waits?: boolean | undefined;
      /** The seat that the newcomer says was theirs before its key was lost. */
      readonly claims?: SeatNumber | null | undefined;
      /** Age of the class. */
      readonly atMs?: number | null | undefined;
    }
  /** More join, or more often from one device, than a class does: newcomers wait for the teacher from now on. */
  | { readonly kind: 'hold-newcomers'; readonly why: Exclude<HoldReason, 'removals'> }
  | { readonly kind: 'seat-connected'; readonly seat: SeatNumber }
  | { readonly kind: 'seat-disconnected'; readonly seat: SeatNumber }
  | { readonly kind: 'absence-grace-over'; readonly seat: SeatNumber }
  | { readonly kind: 'teacher-connected' }
  | { readonly kind: 'teacher-disconnected' }
  /** Write down what is left on the clock. */
  | { readonly kind: 'mark-clock' }
  /** The clock of the phase with this serial has run out. */
  | { readonly kind: 'clock-ran-out'; readonly expected: number }
  /** The server stood still for long, as a laptop does with its lid closed: every clock stops, with the reason. */
  | { readonly kind: 'server-slept' }
  /** A process has just opened the room: whoever was connected to the one before is not here yet. */
  | { readonly kind: 'room-opened' };

export type Command =
  Exclude<StudentIntent | TeacherIntent, { kind: Completed['kind'] }> | Completed | FromTheShell;

export type CommandKind = Command['kind'];

/** What `decide` may know besides the state. */
export type DecisionContext = {
  /** Monotonic milliseconds since the clock was last set or marked. */
  readonly sinceClockMs: number;
};

export type Decision =
  | {
      readonly ok: true;
      readonly events: readonly SessionEvent[];
      /** Names to write to the roster before the events become visible. */
      readonly names: readonly { readonly seat: SeatNumber; readonly name: RosterName }[];
    }
  | { readonly ok: false; readonly refusal: Refusal };
