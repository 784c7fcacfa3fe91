/**
 * Reads one number of a flat array whose index the surrounding loop keeps in range. The compiler cannot see
 * that, hence the fallback, which costs nothing: V8 inlines the call and drops the branch (measured equal to
 * a bare read). Only ever called with a Float64Array, so that the inlined read stays specialised.
 */
export function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}
