/** One round on the error curve. Rounds that were taken back stay: going back never erases. */
export type LossPoint = {
  /** The round's own number, for words; the place on the axis is its place in the list. */
  readonly round: number;
  readonly loss: number;
  /** The error on new examples, or null as long as nobody may see it. */
  readonly validation: number | null;
  /** A round that raised the error and was undone: a discovery, drawn beside the line, not on it. */
  readonly isTakenBack: boolean;
};

/** A coloured band behind the rounds of one stage, from the point at `from` on. */
export type StageBand = { readonly from: number; readonly name: string };

/** The class went back: the point at `at` started again from where the point at `to` had ended. */
export type GoingBack = { readonly at: number; readonly to: number };

export type LossHistory = {
  readonly points: readonly LossPoint[];
  readonly stages: readonly StageBand[];
  readonly returns: readonly GoingBack[];
};

/** A stretch of the line that is drawn without lifting the pen, as indexes of points. */
export type Stretch = readonly number[];

/** The line's stretches: taken-back points are left out, and the pen is lifted where the class went back. */
export function stretches(history: LossHistory): readonly Stretch[] {
  const restarts = new Map(history.returns.map(({ at, to }) => [at, to]));
  const found: number[][] = [[]];
  history.points.forEach((point, index) => {
    const origin = restarts.get(index);
    if (origin !== undefined) found.push([origin]);
    if (!point.isTakenBack) found[found.length - 1]?.push(index);
  });
  return found.filter((stretch) => stretch.length > 0);
}

/** The last point that counts before this one: where a taken-back round left from and returned to. */
export function standingBefore(history: LossHistory, index: number): number | null {
  const restart = history.returns.find(({ at }) => at === index);
  if (restart !== undefined) return restart.to;
  for (let before = index - 1; before >= 0; before--) {
    if (history.points[before]?.isTakenBack === false) return before;
  }
  return null;
}
