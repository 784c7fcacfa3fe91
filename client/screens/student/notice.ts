import type { SeatView, StudentView } from '../../../shared/projection/views.ts';
import type { LinkStatus } from '../../link/status.ts';

/** What is said above the scene: at most one thing, the gravest. */
export type Notice = 'lost' | 'saving' | 'slept' | 'paused' | 'muted' | 'teacher-away';

export function noticeOf(status: LinkStatus, view: StudentView | null, seat: SeatView | null): Notice | null {
  if (view === null || view.class.activity === 'ended') return null;
  if (status.kind !== 'live') return status.kind === 'gone' ? null : 'lost';
  if (view.pause.includes('store')) return 'saving';
  if (view.pause.includes('server-slept')) return 'slept';
  if (view.pause.includes('teacher')) return 'paused';
  if (seat?.muted === true) return 'muted';
  return view.class.teacherPresent ? null : 'teacher-away';
}

/** Whether proposing would come to nothing now. A lost link does not count: what is asked is sent later. */
export function isFrozen(view: StudentView, seat: SeatView): boolean {
  return view.pause.length > 0 || seat.muted;
}
