import type { TeacherView } from '../../../shared/projection/views.ts';

/** The highest round the class has opened; taken-back and left-behind rounds keep their numbers. */
export function lastRound(view: TeacherView): number {
  return Math.max(view.round?.id ?? 0, ...view.curve.map((point) => point.round ?? 0));
}

/** The point that undoing the last round goes back to: what stood before the newest point; null when there is none. */
export function undoPoint(view: TeacherView): number | null {
  const last = view.curve.length - 1;
  const newest = view.curve[last];
  if (newest === undefined || newest.kind === 'start') return null;
  if (newest.kind === 'step') return last - 1;
  const before = newest.from === null ? null : newest.from - 1;
  return before !== null && before >= 0 && view.curve[newest.from ?? 0]?.kind !== 'start' ? before : null;
}
