import type { ClassRow } from '../../../shared/projection/views.ts';

/** Parameters that the caretaker minds: all their owners are away, muted or gone. */
export function ownersAway(table: readonly ClassRow[], parameterCount: number): ReadonlySet<number> {
  const minded = new Set<number>();
  for (let parameter = 0; parameter < parameterCount; parameter++) {
    const owners = table.filter((row) => row.parameters.includes(parameter));
    if (owners.every((row) => row.presence === 'minded' || row.muted || row.membership !== 'seated')) {
      minded.add(parameter);
    }
  }
  return minded;
}

/** Students first, then bots; within each by seat. Removed ones last, so that they can be let back in. */
export function inOrder(table: readonly ClassRow[]): readonly ClassRow[] {
  const rank = (row: ClassRow): number => (row.membership === 'seated' ? (row.bot ? 1 : 0) : 2);
  return [...table].sort((a, b) => rank(a) - rank(b) || a.seat - b.seat);
}
