import type { NamesSection } from '../../../shared/projection/views.ts';

/** The name on each weight; several owners stand as the first and how many more. Empty when names are off. */
export function edgeNames(
  owners: readonly (readonly number[])[],
  names: NamesSection,
): ReadonlyMap<number, string> | null {
  if (owners.length === 0 || names.length === 0) return null;
  const nameOf = new Map(names.map(({ seat, name }) => [seat, name]));
  return new Map(
    owners.flatMap((seats, parameter): readonly (readonly [number, string])[] => {
      const known = seats.flatMap((seat) => nameOf.get(seat) ?? []);
      const [first] = known;
      if (first === undefined) return [];
      return [[parameter, known.length > 1 ? `${first} +${known.length - 1}` : first]];
    }),
  );
}
