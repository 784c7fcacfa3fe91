import { roundFeature } from './decimals.ts';

/**
 * Measurements in any unit as features: every column moved and stretched to mean 0 and spread (standard deviation) 1,
 * with 4 decimals. All rows count, not only those to learn from: which part a row falls into is chance, and a column
 * may happen to be the same all over a small part. Throws for a column whose values are all the same.
 */
export function standardise(rows: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) =>
    standardiseColumn(rows.map((row) => row[column] ?? Number.NaN)),
  );
  return rows.map((_, index) => columns.map((column) => roundFeature(column[index] ?? 0)));
}

/** Whether there is anything to tell apart in a column. */
export function isConstant(values: readonly number[]): boolean {
  return !(Math.max(...values) > Math.min(...values));
}

/** First onto 0 to 1: squares of very large or very small units would leave a double's range. */
function standardiseColumn(values: readonly number[]): readonly number[] {
  if (isConstant(values)) throw new RangeError(`a column of ${values.length} equal values tells nothing`);
  const least = Math.min(...values);
  const reach = Math.max(...values) - least;
  const shares = values.map((value) => (value - least) / reach);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / shares.length;
  return shares.map((share) => (share - mean) / Math.sqrt(variance));
}
