import type { PetKind } from '../../draw/pet-canvas.ts';
import type { PetFeatures } from '../../draw/pet.ts';

/** A pet for a recording, always the same one: among many cards it is found again sooner than a date is. */
export function mascotOf(id: string): { readonly kind: PetKind; readonly features: PetFeatures } {
  const [kind = 0, ears = 0, size = 0] = [0, 1, 2].map((at) => share(id, at));
  return { kind: kind < 0.5 ? 'cat' : 'dog', features: { ears: ears * 2 - 1, size: size * 1.2 - 0.2 } };
}

/** A number from 0 to 1 that every character of the id has a part in. */
function share(id: string, salt: number): number {
  const modulus = 9_973;
  const sum = [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % modulus, salt * 1_009 + 7);
  return sum / modulus;
}
