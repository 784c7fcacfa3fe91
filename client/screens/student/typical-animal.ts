import type { AnimalDrawing } from '../../draw/animal.ts';
import { animalOfExample } from '../../draw/animal-of-example.ts';

type Typical = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** Features of a usual one of each class that has a picture, standardised as the data sets' are. */
const TYPICAL: Typical = {
  cat: { ears: 1, size: -0.2, snout: -0.7, whiskers: 0.8 },
  dog: { ears: -1, size: 0.8, snout: 0.7, whiskers: -0.7 },
  puppy: { size: -1.4 },
  grown: { size: 1.2 },
  adelie: { 'bill-length': -1, 'bill-depth': 0.6, 'flipper-length': -0.8, 'body-mass': -0.6 },
  chinstrap: { 'bill-length': 0.9, 'bill-depth': 0.7, 'flipper-length': -0.4, 'body-mass': -0.6 },
  gentoo: { 'bill-length': 0.65, 'bill-depth': -1.1, 'flipper-length': 1.2, 'body-mass': 1.1 },
};

/** A usual animal of a class, by the class's key, with what this lesson measures; null for classes without a picture. */
export function typicalAnimal(
  classKey: string,
  featureNames: readonly string[],
  px: number,
): AnimalDrawing | null {
  const typical = new Map(Object.entries(TYPICAL)).get(classKey);
  if (typical === undefined) return null;
  return animalOfExample(
    featureNames,
    featureNames.map((name) => typical[name] ?? 0),
    px,
  );
}
