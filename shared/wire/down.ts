import type { Refusal } from '../session/refusals.ts';
import type { ScreenView, SeatView, StudentView, TeacherView } from '../projection/views.ts';

/** How old the class is, and what is left on its clock, at the moment of sending. Clients count on from here. */
export type ClockReading = TimeLeft & { readonly ageMs: number };

export type TimeLeft =
  | { readonly kind: 'off' }
  | { readonly kind: 'running'; readonly remainingMs: number; readonly totalMs: number }
  | { readonly kind: 'paused'; readonly remainingMs: number | null; readonly totalMs: number | null };

/** Everything of one role at one version. The receiver forgets what it had. */
export type Snapshot<View> = {
  readonly epoch: number;
  readonly version: number;
  readonly clock: ClockReading;
  readonly view: View;
};

/** The sections that changed between two versions. A receiver whose version is not `from` asks for a snapshot. */
export type Frame<View> = {
  readonly epoch: number;
  readonly from: number;
  readonly version: number;
  readonly clock: ClockReading;
  readonly changed: Partial<View>;
};

/** What concerns one seat alone; it always carries all of it. */
export type SeatMessage = { readonly epoch: number; readonly version: number; readonly seat: SeatView };

/** To somebody who waits to be let in, at least every 2 s: that they wait, and nothing of the class. */
export type Waiting = { readonly epoch: number; readonly name: string };

/** Sent at least every 2 s, so that 6 s of silence is a dead link. */
export type Tick = { readonly epoch: number; readonly version: number; readonly clock: ClockReading };

/** Why the server lets a connection go, or why it will not have it. */
export type GoneReason =
  | 'opened-elsewhere'
  | 'removed'
  | 'left'
  | 'ended'
  | 'restarting'
  | 'client-too-old'
  | 'unknown-token'
  | 'unknown-code'
  | 'slow-down'
  | 'room-set-aside';

export type Gone = { readonly reason: GoneReason };

/** The acknowledgement of an intent. `stable` is a version that is on disk. */
export type Acknowledgement =
  | { readonly ok: true; readonly epoch: number; readonly version: number }
  | { readonly ok: false; readonly refusal: Refusal };

export type DownMessages = {
  'student-snapshot': Snapshot<StudentView>;
  'student-frame': Frame<StudentView>;
  'screen-snapshot': Snapshot<ScreenView>;
  'screen-frame': Frame<ScreenView>;
  'teacher-snapshot': Snapshot<TeacherView>;
  'teacher-frame': Frame<TeacherView>;
  seat: SeatMessage;
  waiting: Waiting;
  tick: Tick;
  gone: Gone;
};
export type DownName = keyof DownMessages;
