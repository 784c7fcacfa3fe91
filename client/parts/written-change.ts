/** The change between two figures as they are written: whoever subtracts one from the other finds it. */
export function writtenChange(before: number, after: number, decimals: number): number {
  const unit = 10 ** decimals;
  return (Math.round(after * unit) - Math.round(before * unit)) / unit;
}
