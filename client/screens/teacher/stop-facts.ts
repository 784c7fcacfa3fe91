import type { TeacherView } from '../../../shared/projection/views.ts';

type Revealed = NonNullable<NonNullable<TeacherView['stop']>['revealed']>;

/** The round by which half of those who stopped had done so; null where nobody did. */
export function middleStop(stops: Revealed['stops']): number | null {
  const all = stops.reduce((sum, { count }) => sum + count, 0);
  let so = 0;
  return (
    stops.find(({ count }) => {
      so += count;
      return 2 * so >= all;
    })?.round ?? null
  );
}

/** Whether the network is that of the best round: the newest thing that happened was going back to it. */
export function isRestored({ curve, stop }: Pick<TeacherView, 'curve' | 'stop'>): boolean {
  const newest = curve[curve.length - 1];
  return newest?.kind === 'back' && newest.from === stop?.revealed?.best.point;
}
