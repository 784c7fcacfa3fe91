import type { DataSet } from './data-set.ts';
import { PENGUIN_TABLE } from './penguins-table.ts';
import { standardise } from './standardise.ts';

type Species = keyof typeof PENGUIN_TABLE;

const SPECIES: readonly Species[] = ['adelie', 'chinstrap', 'gentoo'];
const MEASURES = ['bill-length', 'bill-depth', 'flipper-length', 'body-mass'];

const ALL = SPECIES.flatMap((species, classIndex) =>
  PENGUIN_TABLE[species].split(',').map((line) => ({ classIndex, measures: line.trim().split(' ') })),
);
const MEASURED = ALL.filter(({ measures }) => !measures.includes('NA'));

/** Penguins of the table that are not played with: nobody could measure them. */
export const PENGUINS_NOT_MEASURED = ALL.length - MEASURED.length;

/** Real penguins told by their bill, long or short, deep or flat: two features, so that a map shows all there is. */
export const penguins: DataSet = penguinsBy(2);

/** The same penguins with flipper and mass as well. */
export const penguins4: DataSet = penguinsBy(4);

/**
 * The penguins by the first of their measures, of each species the same share: in the table there are twice as many
 * Adélies as chinstraps, and "always Adélie" would start far from chance. One that is like another to the last digit
 * is left out, since a penguin seen in training must not come back among the new ones.
 */
function penguinsBy(measures: number): DataSet {
  const features = standardise(MEASURED.map((penguin) => penguin.measures.slice(0, measures).map(Number)));
  const looks = features.map(String);
  return {
    featureNames: MEASURES.slice(0, measures),
    classNames: SPECIES,
    kinds: SPECIES.map((_, species) => ({
      classIndex: species,
      share: 1 / SPECIES.length,
      source: {
        from: 'table',
        rows: features.filter(
          (_, index) =>
            MEASURED[index]?.classIndex === species && looks.indexOf(looks[index] ?? '') === index,
        ),
      },
    })),
  };
}
