import * as v from 'valibot';
import type { DrawnExample } from './data-set.ts';
import { isConstant, standardise } from './standardise.ts';

/** What a teacher's own table may be. */
export const CUSTOM_LIMITS = {
  featuresLeast: 2,
  featuresMost: 6,
  classesLeast: 2,
  classesMost: 4,
  rowsLeast: 20,
  rowsMost: 2000,
  /** With fewer, a class may be missing among the new examples. */
  rowsPerClassLeast: 5,
  nameCharacters: 40,
  /** Beyond, a double no longer tells neighbours apart. */
  numberMost: 1e15,
} as const;

/** A teacher's own data, as they were measured. A column without a name has the empty one. */
export type CustomTable = {
  readonly featureNames: readonly string[];
  readonly classNames: readonly string[];
  /** Example after example: its numbers, and last the place of its class among the names. */
  readonly rows: readonly (readonly number[])[];
};

const name = v.pipe(v.string(), v.maxLength(CUSTOM_LIMITS.nameCharacters));
const number = v.pipe(
  v.number(),
  v.minValue(-CUSTOM_LIMITS.numberMost),
  v.maxValue(CUSTOM_LIMITS.numberMost),
);

export const customTableEntries = {
  featureNames: v.pipe(
    v.array(name),
    v.minLength(CUSTOM_LIMITS.featuresLeast),
    v.maxLength(CUSTOM_LIMITS.featuresMost),
    v.readonly(),
  ),
  classNames: v.pipe(
    v.array(v.pipe(name, v.nonEmpty())),
    v.minLength(CUSTOM_LIMITS.classesLeast),
    v.maxLength(CUSTOM_LIMITS.classesMost),
    v.readonly(),
  ),
  rows: v.pipe(
    v.array(v.pipe(v.array(number), v.readonly())),
    v.minLength(CUSTOM_LIMITS.rowsLeast),
    v.maxLength(CUSTOM_LIMITS.rowsMost),
    v.readonly(),
  ),
};

/** The table's examples, standardised. Throws for a table with problems. */
export function examplesOfTable({ featureNames, rows }: CustomTable): readonly DrawnExample[] {
  const features = standardise(rows.map((row) => row.slice(0, featureNames.length)));
  return features.map((standardised, index) => {
    const classIndex = classOf(rows[index] ?? [], featureNames.length);
    return { features: standardised, classIndex, kindIndex: classIndex };
  });
}

/** What the fields of a table, each right by itself, get wrong together. */
export function tableProblems(table: CustomTable): readonly string[] {
  const { featureNames, classNames, rows } = table;
  const width = featureNames.length;
  const misfit = rows.findIndex((row) => row.length !== width + 1);
  if (misfit >= 0) return [`rows.${misfit}: ${width} features and a class are ${width + 1} numbers`];
  const stray = rows.findIndex((row) => classNames[classOf(row, width)] === undefined);
  if (stray >= 0) return [`rows.${stray}: there is no class ${classOf(rows[stray] ?? [], width)}`];
  return [
    ...featureNames.flatMap((_, column) =>
      isConstant(rows.map((row) => row[column] ?? 0))
        ? [`featureNames.${column}: all values are the same`]
        : [],
    ),
    ...classNames.flatMap((_, classIndex) => {
      const count = rows.filter((row) => classOf(row, width) === classIndex).length;
      const least = CUSTOM_LIMITS.rowsPerClassLeast;
      return count < least ? [`classNames.${classIndex}: ${count} examples; the least is ${least}`] : [];
    }),
    ...(new Set(classNames).size < classNames.length ? ['classNames: two classes have the same name'] : []),
  ];
}

function classOf(row: readonly number[], width: number): number {
  return row[width] ?? -1;
}
