import type { AnimalDrawing } from './animal.ts';
import { drawingOfPenguin } from './penguin.ts';
import { drawingOfPet } from './pet.ts';

/**
 * An example as a picture `px` pixels wide, by the names its data set gives the features; null for data that have no
 * picture. A feature that is not measured is drawn as the usual one.
 */
export function animalOfExample(
  featureNames: readonly string[],
  features: readonly number[],
  px: number,
): AnimalDrawing | null {
  const values = new Map(featureNames.map((name, index) => [name, features[index]] as const));
  const billLength = values.get('bill-length');
  const billDepth = values.get('bill-depth');
  if (billLength !== undefined && billDepth !== undefined) {
    const [flipperLength, bodyMass] = [values.get('flipper-length'), values.get('body-mass')];
    return drawingOfPenguin({ billLength, billDepth, flipperLength, bodyMass }, px);
  }
  const size = values.get('size');
  if (size === undefined) return null;
  const [ears = 0, snout, whiskers] = [values.get('ears'), values.get('snout'), values.get('whiskers')];
  return drawingOfPet({ ears, size, snout, whiskers }, px);
}
