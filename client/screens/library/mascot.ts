import type { PetFeatures, PetKind } from '../../draw/pet.ts';

/** A pet for a recording, always the same one: among many cards it is found again sooner than a date is. */
export function mascotOf(id: string): { readonly kind: PetKind; readonly features: PetFeatures } {
  const [kind = 0, ears = 0, size = 0] = shares(id, 3);
  return { kind: kind < 0.5 ? 'cat' : 'dog', features: { ears: ears * 2 - 1, size: size * 1.2 - 0.2 } };
}

/** Numbers from 0 to 1 that every character of the text has a part in (FNV-1a, as http://isthe.com/chongo/tech/comp/fnv has it). */
function shares(text: string, count: number): readonly number[] {
  let hash = 0x811c9dc5;
  return Array.from({ length: count }, () => {
    for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
    return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
  });
}
