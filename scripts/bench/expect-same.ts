/** Throws when two engines' numbers differ by more than the tolerance, absolute below 1 and relative above. */
export function expectSame(
  what: string,
  ours: ArrayLike<number>,
  theirs: ArrayLike<number>,
  tolerance: number,
): void {
  if (ours.length !== theirs.length)
    throw new Error(`${what}: ${ours.length} numbers against ${theirs.length}`);
  for (let index = 0; index < ours.length; index++) {
    const [a, b] = [ours[index] ?? NaN, theirs[index] ?? NaN];
    const far = Math.abs(a - b) / Math.max(1, Math.abs(a));
    if (!(far <= tolerance)) throw new Error(`${what}: number ${index} is ${a} here and ${b} there`);
  }
}
