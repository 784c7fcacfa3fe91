import type { TeacherView } from '../../../shared/projection/views.ts';

/** How far back "just now" may go, in seconds. */
export const RECENT_SECONDS = [10, 30, 60, 300] as const;

/**
 * Who came within the last seconds and is still at the door or in the class, the latest first. Bots are the teacher's own.
 *
 * @param nowMs how old the class is
 */
export function recentlyCome(
  { table, door }: Pick<TeacherView, 'table' | 'door'>,
  nowMs: number,
  seconds: number,
): readonly { readonly seat: number; readonly name: string }[] {
  const here = table.filter(({ bot, membership }) => !bot && membership === 'seated');
  return [...here, ...door.waiting]
    .filter(({ joinedAtMs }) => joinedAtMs !== null && nowMs - joinedAtMs <= seconds * 1_000)
    .map(({ seat, name }) => ({ seat, name }))
    .sort((one, other) => other.seat - one.seat);
}

/**
 * Those who wait and are new. Whoever says that a seat was theirs is looked at one by one: nobody takes a seat over in
 * a heap.
 */
export function newcomersOf(waiting: TeacherView['door']['waiting']): number[] {
  return waiting.filter(({ claims }) => claims === null).map(({ seat }) => seat);
}
