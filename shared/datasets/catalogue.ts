import { circle } from './circle.ts';
import type { DataSet } from './data-set.ts';
import { line } from './line.ts';
import { moons } from './moons.ts';
import { penguins, penguins4 } from './penguins.ts';
import { pets } from './pets.ts';
import { pets4 } from './pets4.ts';
import { spiral } from './spiral.ts';
import { xor } from './xor.ts';

/** Data sets that are made up, as many examples as one likes. */
export const MADE_UP_IDS = ['pets', 'pets4', 'line', 'xor', 'circle', 'moons', 'spiral'] as const;
/** Data sets that were measured: their examples have an end. */
export const MEASURED_IDS = ['penguins', 'penguins4'] as const;

export type DataSetId = (typeof MADE_UP_IDS)[number] | (typeof MEASURED_IDS)[number];

/** The built-in data sets by id. */
export const DATA_SETS: Readonly<Record<DataSetId, DataSet>> = {
  pets,
  pets4,
  line,
  xor,
  circle,
  moons,
  spiral,
  penguins,
  penguins4,
};
