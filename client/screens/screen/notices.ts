import type { ScreenView } from '../../../shared/projection/views.ts';
import type { LinkStatus, FinalReason } from '../../link/status.ts';

/** What lies over the scene: at most one, the gravest. */
export type Notice =
  | { readonly kind: 'gone'; readonly reason: FinalReason }
  /** What is shown may be old: the whole picture turns grey. */
  | { readonly kind: 'lost' }
  | { readonly kind: 'attention' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'slept' }
  | { readonly kind: 'paused' }
  | { readonly kind: 'teacher-away' };

/** How things stand, or null when there is nothing to say. An ended class needs no connection. */
export function noticeOf({ class: who, pause }: ScreenView, status: LinkStatus): Notice | null {
  if (who.activity === 'ended') return null;
  if (status.kind === 'gone') return { kind: 'gone', reason: status.reason };
  if (status.kind === 'silent' || status.kind === 'reconnecting') return { kind: 'lost' };
  if (pause.includes('attention')) return { kind: 'attention' };
  if (pause.includes('store')) return { kind: 'saving' };
  if (pause.includes('server-slept')) return { kind: 'slept' };
  if (pause.includes('teacher')) return { kind: 'paused' };
  return who.teacherPresent ? null : { kind: 'teacher-away' };
}

/** Whether what is shown may no longer be true. */
export function isStale(notice: Notice | null): boolean {
  return notice?.kind === 'lost' || notice?.kind === 'gone';
}
